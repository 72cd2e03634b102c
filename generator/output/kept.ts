import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { unless } from "./folder.ts";

const folder = fileURLToPath(new URL("../../node_modules/.cache/generator/", import.meta.url));

/** What was made, and all that it was made from. */
interface Entry {
  readonly from: string;
  readonly made: string;
}

/**
 * What `make` makes of `from`, which is kept for the next run. It may be deleted at any time; where it cannot be written,
 * it is made again.
 * @param name what it is, among all that is kept
 */
export function kept(name: string, from: string, make: () => string): string {
  const before = recall(name, from);
  if (before !== undefined) return before;
  const made = make();
  keep(name, from, made);
  return made;
}

/** What an earlier run has kept, if it made it of the same. */
export function recall(name: string, from: string): string | undefined {
  const before = read(fileOf(name));
  return before?.from === from ? before.made : undefined;
}

/** Keeps what was made for later runs, if it can be written. */
export function keep(name: string, from: string, made: string): void {
  unless(["EACCES", "EROFS", "ENOENT", "ENOSPC", "EPERM"], () => write(fileOf(name), { from, made }));
}

function fileOf(name: string): string {
  return `${folder}${name.replaceAll("/", "-")}.json`;
}

function read(file: string): Entry | undefined {
  const text = unless(["ENOENT", "ENOTDIR", "EACCES"], () => readFileSync(file, "utf8"));
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    // Somebody else's, or cut off when a disk was full: as if it was not there.
    return undefined;
  }
}

function write(file: string, entry: Entry): void {
  mkdirSync(folder, { recursive: true });
  const complete = `${file}.${process.pid}`;
  writeFileSync(complete, JSON.stringify(entry));
  renameSync(complete, file);
}
