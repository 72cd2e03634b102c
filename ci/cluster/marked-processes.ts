import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { basename } from "node:path";
import { waitUntil } from "./wait-until.ts";

/** The environment variable that all processes of a cluster inherit, with its folder as the value. */
export const markVariable = "CLUSTER_FOLDER";

export interface MarkedProcess {
  readonly id: number;
  readonly program: string;
}

/**
 * The cluster's processes, by the mark in their environment. Unlike a file of process ids it misses none, whoever was
 * killed before it could write the file, and never names a process that got the id of one long gone. Programs in pods do
 * not inherit the mark.
 */
export function markedProcesses(folder: string): readonly MarkedProcess[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => markedProcess(name, `${markVariable}=${folder}`));
}

function markedProcess(id: string, mark: string): readonly MarkedProcess[] {
  try {
    if (!readFileSync(`/proc/${id}/environ`, "utf8").split("\0").includes(mark)) return [];
    return [{ id: Number(id), program: basename(readlinkSync(`/proc/${id}/exe`)) }];
  } catch {
    // It ended meanwhile, or belongs to another user.
    return [];
  }
}

/** Kills without waiting, all processes or those of one program, and says which. */
export function killMarked(folder: string, only?: string): readonly MarkedProcess[] {
  const killed = markedProcesses(folder).filter(({ program }) => only === undefined || program === only);
  for (const { id } of killed) {
    try {
      process.kill(id, "SIGKILL");
    } catch {
      // It ended meanwhile.
    }
  }
  return killed;
}

/** Kills until none is left, as a process can start another while it is being killed. */
export async function endMarked(folder: string): Promise<void> {
  const killed = new Map<number, MarkedProcess>();
  const left = (): readonly MarkedProcess[] => [...killed.values()].filter(({ id }) => !hasEnded(id));
  const ended = await waitUntil(async () => {
    const found = killMarked(folder);
    for (const each of found) killed.set(each.id, each);
    return found.length === 0 && left().length === 0;
  }, 30_000);
  if (ended) return;
  const names = left().map(({ id, program }) => `${program} (${id})`);
  throw new Error(`These processes of the cluster in ${folder} do not end when killed: ${names.join(", ")}.`);
}

/** A process that is ending has no environment any more, but can still hold files and ports. */
function hasEnded(id: number): boolean {
  try {
    const status = readFileSync(`/proc/${id}/stat`, "utf8");
    // A zombie only waits for its parent to take note. The state is the first word after the name in brackets.
    return /^[ZX]/.test(status.slice(status.lastIndexOf(")") + 2));
  } catch {
    return true;
  }
}
