import { contentOf, exists, filesAt, isFile, manifestsIn } from "./folder.ts";
import { manifestPath, readManifest } from "./manifest.ts";
import { byCodeUnits, type Produced } from "./produced.ts";

/** What has to happen to an output folder. */
export interface Plan {
  /** Content by path, of the files that differ or are missing. */
  readonly write: Produced;
  /** Produced earlier, and no longer. */
  readonly remove: readonly string[];
  /** Among those to be written: those that are there, though no run ever wrote them. */
  readonly foreign: readonly string[];
}

/** The chart that a run is about, or all. */
export type Selection = { readonly only: string } | "all";

/** What has to change for the folder to hold the produced files, and none beside them that were produced earlier. */
export function planOutput(root: string, produced: Produced, selection: Selection): Plan {
  const lists = [...manifestsIn(root)].map(([chart, content]) => ({
    considered: selection === "all" || selection.only === chart,
    paths: readManifest(manifestPath(chart), content),
  }));
  const written = new Set(lists.flatMap(({ paths }) => paths));
  const others = new Set(lists.filter(({ considered }) => !considered).flatMap(({ paths }) => paths));
  const write = [...produced].filter(([path, content]) => contentOf(root, path) !== content);
  const inTheWay = new Set(write.flatMap(([path]) => [...filesAt(root, path), ...filesAbove(root, path)]));
  const foreign = [...inTheWay].filter((path) => !written.has(path));
  const remove = [...written].filter((path) => !produced.has(path) && !others.has(path) && exists(root, path));
  return { write: new Map(write), remove: remove.sort(byCodeUnits), foreign };
}

/** What would have to be a folder for a file to be written, and is a file. */
function filesAbove(root: string, path: string): readonly string[] {
  const names = path.split("/");
  const folders = names.slice(1).map((_, index) => names.slice(0, index + 1).join("/"));
  return folders.filter((folder) => isFile(root, folder));
}

export function isEmpty({ write, remove }: Plan): boolean {
  return write.size === 0 && remove.length === 0;
}
