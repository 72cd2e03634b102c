import { contentOf } from "./folder.ts";
import { keep, recall } from "./kept.ts";
import { manifestPath, readManifest } from "./manifest.ts";
import { digestOf } from "./origin.ts";
import type { Produced } from "./produced.ts";

/**
 * A chart's files as they are on disk, where an earlier run made the very same of the same origin, and found nothing wrong.
 * @param origin a digest of all that the chart is made from
 */
export function upToDate(root: string, chart: string, origin: string): Produced | undefined {
  const made = recall(nameOf(chart), origin);
  if (made === undefined) return undefined;
  const files = filesOnDisk(root, chart);
  return digestOf(files) === made ? files : undefined;
}

/** Remembers what was made of this origin, once nothing is wrong with it. */
export function remember(chart: string, origin: string, files: Produced): void {
  keep(nameOf(chart), origin, digestOf(files));
}

function nameOf(chart: string): string {
  return `charts/${chart}`;
}

function filesOnDisk(root: string, chart: string): Produced {
  const path = manifestPath(chart);
  const paths = readManifest(path, contentOf(root, path) ?? "");
  return new Map(paths.map((listed) => [listed, contentOf(root, listed) ?? ""]));
}
