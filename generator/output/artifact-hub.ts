import prerelease from "semver/functions/prerelease.js";
import { hosting } from "../charts/hosting.ts";
import type { Chart } from "../topology/chart.ts";
import type { Children, Group } from "../values/group.ts";
import { declarations } from "../values/walk.ts";
import { yamlLines } from "./commented-yaml.ts";

/** Annotations of Chart.yaml that Artifact Hub reads; see its documentation, "Helm annotations". */
export function artifactHubAnnotations(chart: Chart): Readonly<Record<string, string>> {
  const { metadata, releases } = chart;
  const { changes } = releases[0];
  const signKey = hosting?.signKey;
  return {
    "artifacthub.io/license": "Apache-2.0",
    "artifacthub.io/prerelease": String(prerelease(metadata.version) !== null),
    ...(changes.some(({ kind }) => kind === "security") && { "artifacthub.io/containsSecurityUpdates": "true" }),
    "artifacthub.io/changes": text(changes),
    "artifacthub.io/images": text(images(chart)),
    "artifacthub.io/links": text(links(chart)),
    ...(signKey && { "artifacthub.io/signKey": text(signKey) }),
  };
}

function text(data: unknown): string {
  return `${yamlLines(data).join("\n")}\n`;
}

/** The images that the chart's defaults name. */
function images({ metadata, values }: Chart): readonly object[] {
  return declarations(values).flatMap(({ path, declaration }) => {
    const image = declaration.kind === "group" ? imageOf(declaration) : undefined;
    if (image === undefined || image.repository === "") return [];
    const repository = [image.registry, image.repository].filter(Boolean).join("/");
    return {
      name: path.join("-").toLowerCase(),
      image: `${repository}:${image.tag || metadata.appVersion}`,
      // The programs' own images, which have the version's tag, are built by everybody for themselves: none can be scanned.
      ...(image.tag === "" && { whitelisted: true }),
    };
  });
}

interface ImageDefaults {
  readonly registry: string;
  readonly repository: string;
  readonly tag: string;
}

/** The defaults of a group that `imageValues` or `imageNameValues` has declared. */
function imageOf({ children }: Group): ImageDefaults | undefined {
  const [registry, repository, tag] = ["registry", "repository", "tag"].map((name) => textDefault(children, name));
  if (registry === undefined || repository === undefined || tag === undefined) return undefined;
  return { registry, repository, tag };
}

function textDefault(children: Children, name: string): string | undefined {
  const child = children[name];
  return child?.kind === "text" ? child.default : undefined;
}

function links({ metadata }: Chart): readonly object[] {
  const { name, home } = metadata;
  return [
    { name: `Source of ${name}`, url: home },
    ...(hosting ? [{ name: "Source of the chart", url: hosting.repository }] : []),
  ];
}
