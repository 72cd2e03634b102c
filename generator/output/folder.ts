import { lstatSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { manifestPath } from "./manifest.ts";
import { byCodeUnits } from "./produced.ts";

/** Whether an error of the file system has one of these codes; see the Node documentation, "Common system errors". */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
}

/** What an operation gives, or nothing where it fails with one of these codes. */
export function unless<T>(codes: readonly string[], operation: () => T): T | undefined {
  try {
    return operation();
  } catch (error) {
    if (hasCode(error, ...codes)) return undefined;
    throw error;
  }
}

/** The content of a file; nothing where there is no file. */
export function contentOf(root: string, path: string): string | undefined {
  return unless(["ENOENT", "ENOTDIR", "EISDIR"], () => readFileSync(join(root, path), "utf8"));
}

export function exists(root: string, path: string): boolean {
  return unless(["ENOENT", "ENOTDIR"], () => lstatSync(join(root, path))) !== undefined;
}

/** Whether something is there that is no folder, even by a link. */
export function isFile(root: string, path: string): boolean {
  return unless(["ENOENT", "ENOTDIR"], () => statSync(join(root, path)))?.isDirectory() === false;
}

/**
 * Makes a folder where there is none, and those above it. Node's own way of doing so never ends where a folder is there
 * in which none can be made, such as /proc.
 */
export function ensureFolder(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (isFolder(folder)) return;
    if (!hasCode(error, "ENOENT") || isFolder(dirname(folder)) || dirname(folder) === folder) throw error;
    ensureFolder(dirname(folder));
    ensureFolder(folder);
  }
}

function isFolder(path: string): boolean {
  return unless(["ENOENT", "ENOTDIR"], () => statSync(path))?.isDirectory() === true;
}

/** The files at a path: itself, or those in the folder that it is. */
export function filesAt(root: string, path: string): readonly string[] {
  const stats = unless(["ENOENT", "ENOTDIR"], () => lstatSync(join(root, path)));
  if (!stats?.isDirectory()) return stats ? [path] : [];
  return namesIn(join(root, path)).flatMap((name) => filesAt(root, `${path}/${name}`));
}

/** The names in a folder, sorted; none where there is no folder. */
export function namesIn(folder: string): readonly string[] {
  return (unless(["ENOENT", "ENOTDIR"], () => readdirSync(folder)) ?? []).sort(byCodeUnits);
}

/** The manifests of earlier runs, by chart. */
export function manifestsIn(root: string): ReadonlyMap<string, string> {
  const found = namesIn(join(root, "charts")).map((chart) => [chart, contentOf(root, manifestPath(chart))] as const);
  return new Map(found.flatMap(([chart, content]) => (content === undefined ? [] : [[chart, content]])));
}
