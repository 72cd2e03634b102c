import { renameSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { ensureFolder, namesIn, unless } from "./folder.ts";
import { completeJournal, hasJournal } from "./journal.ts";
import { isRunning } from "./process.ts";

/** Holds what is on its way into an output folder, on the same file system; absent while no run is writing. */
export const workFolder = ".generating";

const patience = { attempts: 1500, milliseconds: 20 };

/** The right to write into an output folder, and a folder of its own to prepare in. */
export interface Lease {
  readonly root: string;
  readonly folder: string;
}

/**
 * Waits until no other run writes into the folder, and completes what a killed one left.
 *
 * The lease is a folder named `current` that is never empty: it comes into being by a rename, which the system refuses
 * while another one is there, and what is in it is told apart by an id, so that a slow helper cannot undo a later run.
 * @throws Error when another run does not come to an end
 */
export async function acquireLease(root: string): Promise<Lease> {
  const id = `${process.pid}-${process.hrtime.bigint()}`;
  const prepared = join(root, workFolder, id);
  const current = join(root, workFolder, "current");
  for (let attempt = 0; attempt < patience.attempts; attempt++) {
    ensureFolder(join(prepared, id));
    if (unless(["ENOTEMPTY", "EEXIST", "ENOENT"], () => renameSync(prepared, current) ?? true)) {
      removeDead(root);
      return { root, folder: join(current, id) };
    }
    if (!recover(root)) await setTimeout(patience.milliseconds);
  }
  rmSync(prepared, { recursive: true, force: true });
  throw new Error(
    `another run is writing into ${root}; wait for it, or delete ${join(root, workFolder)} if there is none`,
  );
}

export function releaseLease({ root, folder }: Lease): void {
  rmSync(folder, { recursive: true, force: true });
  removeIfEmpty(join(root, workFolder, "current"));
  removeIfEmpty(join(root, workFolder));
}

/** Completes or clears away what other runs have under way; false when one of them is still preparing. */
function recover(root: string): boolean {
  const current = join(root, workFolder, "current");
  const busy = namesIn(current).filter((id) => {
    const folder = join(current, id);
    if (hasJournal(folder)) completeJournal(root, folder);
    else if (isAlive(id)) return true;
    rmSync(folder, { recursive: true, force: true });
    return false;
  });
  if (busy.length === 0) removeIfEmpty(current);
  return busy.length === 0;
}

/** What killed runs had prepared before they got the lease. */
function removeDead(root: string): void {
  for (const id of namesIn(join(root, workFolder)))
    if (id !== "current" && !isAlive(id)) rmSync(join(root, workFolder, id), { recursive: true, force: true });
}

/** Whether the run with this id, which begins with that of its process, goes on. */
function isAlive(id: string): boolean {
  return isRunning(Number.parseInt(id, 10));
}

function removeIfEmpty(folder: string): void {
  unless(["ENOTEMPTY", "EEXIST", "ENOENT"], () => rmdirSync(folder));
}
