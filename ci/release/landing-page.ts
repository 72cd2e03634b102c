import { hosting } from "../../generator/charts/hosting.ts";
import { chartPageName } from "./chart-page.ts";
import type { IndexEntry, IndexFile } from "./index-file.ts";
import { fillPage } from "./page.ts";

/**
 * index.html beside index.yaml: what charts there are, how to install and verify them, and every version.
 * @param isSigned whether archives have provenance beside them
 */
export function landingPage({ entries }: IndexFile, isSigned: boolean): string {
  return fillPage("landing-page.hbs", {
    isSigned,
    // Without hosting, the address that the page itself is read from.
    repository: hosting?.charts ?? "",
    registry: hosting?.registry ?? "",
    source: hosting?.repository ?? "",
    charts: Object.entries(entries).flatMap(([name, versions]) => chartSection(name, versions, isSigned)),
  });
}

function chartSection(name: string, versions: readonly IndexEntry[], isSigned: boolean): readonly object[] {
  const [latest] = versions;
  if (latest === undefined) return [];
  return [
    {
      name,
      description: String(latest["description"] ?? ""),
      home: String(latest["home"] ?? ""),
      latest: version(latest),
      earlier: versions.slice(1).map(version),
      registry: hosting?.registry ?? "",
      isSigned,
    },
  ];
}

function version(entry: IndexEntry): object {
  return {
    version: entry.version,
    appVersion: String(entry["appVersion"] ?? ""),
    kubernetes: String(entry["kubeVersion"] ?? ""),
    date: entry.created?.slice(0, 10) ?? "",
    page: chartPageName(entry),
    archive: entry.urls?.[0] ?? "",
  };
}
