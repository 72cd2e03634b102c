import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { goModuleFolder } from "../tools/wrapper-module.ts";

/** The wrapper module that pins charts of others. */
const wrapper = "peers";

/** A chart of somebody else's that its Go module holds. */
interface Peer {
  readonly name: string;
  readonly module: string;
  readonly folder: string;
}

const peers: readonly Peer[] = [
  {
    name: "external-secrets",
    module: "github.com/external-secrets/external-secrets",
    folder: "deploy/charts/external-secrets",
  },
  { name: "cert-manager", module: "github.com/cert-manager/cert-manager", folder: "deploy/charts/cert-manager" },
];

/**
 * Copies of charts of others below a folder, by name. Those that they depend on are left out, as none of them is on by
 * default, and Helm would ask for them all the same.
 */
export async function peerCharts(folder: string): Promise<ReadonlyMap<string, string>> {
  const charts = new Map<string, string>();
  for (const peer of peers) {
    const chart = join(folder, peer.name);
    await cp(join(await goModuleFolder(wrapper, peer.module), peer.folder), chart, { recursive: true });
    await rm(join(chart, "Chart.lock"), { force: true });
    await writeWithoutDependencies(join(chart, "Chart.yaml"));
    charts.set(peer.name, chart);
  }
  return charts;
}

async function writeWithoutDependencies(file: string): Promise<void> {
  const document = parseDocument(await readFile(file, "utf8"));
  document.delete("dependencies");
  // Not written in place: it may be read-only.
  await rm(file);
  await writeFile(file, document.toString());
}
