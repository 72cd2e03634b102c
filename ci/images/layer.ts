import { packTar, type TarEntry } from "modern-tar";

/** A file, symbolic link or directory of an image. Paths are absolute, as a container sees them. */
export type Entry = {
  readonly path: string;
  /** Permission bits; 0o755 by default, which suits programs and directories. */
  readonly mode?: number;
  /** Number of the owning user and group; 0, root, by default. */
  readonly owner?: number;
} & ({ readonly content: Uint8Array } | { readonly linkTo: string } | { readonly directory: true });

/** A layer as a tar archive: the same bytes for the same entries, whenever and wherever it is made. */
export async function layerArchive(entries: readonly Entry[]): Promise<Uint8Array> {
  const parents = entries.flatMap(({ path }) => foldersOf(path)).map((path): Entry => ({ path, directory: true }));
  // What is listed wins over what follows from another entry's path.
  const byPath = new Map([...parents, ...entries].map((entry) => [entry.path, entry]));
  // A folder's path is a prefix of what it holds, so the order of paths puts it first.
  const inOrder = [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return packTar(inOrder.map(tarEntry));
}

/** `/a/b/c` is in `/a` and `/a/b`. */
function foldersOf(path: string): string[] {
  const names = path.split("/").slice(1, -1);
  return names.map((_, index) => `/${names.slice(0, index + 1).join("/")}`);
}

function tarEntry(entry: Entry): TarEntry {
  const { path, mode = 0o755, owner = 0 } = entry;
  const header = { name: path.slice(1), mode, uid: owner, gid: owner, mtime: new Date(0), size: 0 };
  if ("content" in entry) return { header: { ...header, size: entry.content.length }, body: entry.content };
  if ("linkTo" in entry) return { header: { ...header, type: "symlink", linkname: entry.linkTo } };
  return { header: { ...header, name: `${header.name}/`, type: "directory" } };
}
