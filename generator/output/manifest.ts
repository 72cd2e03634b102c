import type { Produced } from "./produced.ts";
import { byCodeUnits } from "./produced.ts";

/** The list, in a chart's folder, of the files that were produced for it. */
export const manifestName = ".generated";

const head = "# Produced by `npm run gen`, which removes what it no longer produces from this list.\n";

/** The path of a chart's manifest. */
export function manifestPath(chart: string): string {
  return `charts/${chart}/${manifestName}`;
}

/** A chart's files and, among them, the manifest that lists them. */
export function withManifest(chart: string, files: Produced): Produced {
  const path = manifestPath(chart);
  const paths = [...files.keys(), path].sort(byCodeUnits);
  return new Map([...files, [path, `${head}${paths.join("\n")}\n`]]);
}

/**
 * The paths that a manifest lists.
 * @throws Error when it lists a path outside of what is ever produced, so that nothing else can be removed
 */
export function readManifest(path: string, content: string): readonly string[] {
  const paths = content.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  const foreign = paths.find((listed) => !/^(?:charts|values)\//.test(listed) || listed.split("/").includes(".."));
  if (foreign !== undefined) throw new Error(`${path} lists ${foreign}, which is never produced; delete that line`);
  return paths;
}
