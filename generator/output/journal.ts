import { existsSync, mkdirSync, readFileSync, renameSync, rmdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ensureFolder, unless } from "./folder.ts";
import type { Plan } from "./plan.ts";

/** What remains to be done once everything is prepared. Files are numbered in this order. */
interface Journal {
  readonly write: readonly string[];
  readonly remove: readonly string[];
}

const journalName = "journal.json";
/** How often a folder is made anew that another run finds empty and removes. */
const attempts = 10;

/** Prepares a plan in a folder. Once the journal is there, it will be carried out, by this run or the next. */
export function writeJournal(folder: string, plan: Plan): void {
  const journal: Journal = { write: [...plan.write.keys()], remove: plan.remove };
  mkdirSync(join(folder, "written"));
  mkdirSync(join(folder, "removed"));
  for (const [index, content] of [...plan.write.values()].entries())
    writeFileSync(join(folder, "written", String(index)), content);
  writeFileSync(join(folder, `${journalName}.new`), JSON.stringify(journal));
  renameSync(join(folder, `${journalName}.new`), join(folder, journalName));
}

export function hasJournal(folder: string): boolean {
  return existsSync(join(folder, journalName));
}

/**
 * Carries out a journal, or what is left of it. Several runs may do so at a time: what another one has done already is
 * passed over, and nothing is removed but into the journal's own folder, which is gone when it is done.
 */
export function completeJournal(root: string, folder: string): void {
  const text = unless(["ENOENT"], () => readFileSync(join(folder, journalName), "utf8"));
  if (text === undefined) return;
  const { write, remove }: Journal = JSON.parse(text);
  for (const [index, path] of remove.entries()) {
    unless(["ENOENT", "ENOTDIR"], () => renameSync(join(root, path), join(folder, "removed", String(index))));
    removeEmptyFolders(root, dirname(path));
  }
  for (const [index, path] of write.entries()) put(join(folder, "written", String(index)), join(root, path));
}

function put(from: string, to: string): void {
  for (let attempt = 0; attempt < attempts; attempt++) {
    ensureFolder(dirname(to));
    const done = unless(["ENOENT"], () => renameSync(from, to) ?? true);
    if (done || !existsSync(from)) return;
  }
  throw new Error(`${to} cannot be written: its folder disappears again and again`);
}

/** Up to, and not including, the output folder. */
function removeEmptyFolders(root: string, path: string): void {
  if (path === "." || path === "/") return;
  const removed = unless(["ENOENT", "ENOTDIR", "ENOTEMPTY", "EEXIST"], () => rmdirSync(join(root, path)) ?? true);
  if (removed) removeEmptyFolders(root, dirname(path));
}
