import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { execPath } from "node:process";
import { fileURLToPath } from "node:url";
import { onExit } from "../on-exit.ts";
import { ensureTools } from "../tools/install.ts";
import { printProgress } from "../tools/progress.ts";
import type { ClusterAccess } from "./access.ts";
import { clusterIn, isReady } from "./cluster-folder.ts";
import { type Extent, toolsOf } from "./extent.ts";
import { killMarked, markedProcesses, markVariable } from "./marked-processes.ts";
import { requireNodePrerequisites } from "./prerequisites.ts";
import { stopCluster } from "./stop-cluster.ts";
import { waitUntil } from "./wait-until.ts";

/**
 * Starts a cluster that outlives this program, until stopCluster, and waits until it can be used. Everything it writes is in
 * the folder; what is left there of an earlier one is removed first.
 * @throws Error when the machine lacks something or a part does not start
 */
export async function startCluster(folder: string, extent: Extent): Promise<ClusterAccess> {
  if (extent === "node") await requireNodePrerequisites(folder);
  await ensureTools(toolsOf[extent], printProgress);
  await stopCluster(folder);
  await mkdir(folder, { recursive: true });
  const log = join(folder, "supervisor.log");
  const forget = onExit(() => killMarked(folder));
  startSupervisor(folder, extent, log);
  const isOver = (): boolean => isReady(folder) || markedProcesses(folder).length === 0;
  await waitUntil(async () => isOver(), 180_000);
  forget();
  if (isReady(folder)) return clusterIn(folder);
  const reason = (await readFile(log, "utf8")).trim();
  await stopCluster(folder);
  throw new Error(`The cluster did not start. ${reason || "It said nothing for three minutes."}`);
}

function startSupervisor(folder: string, extent: Extent, logFile: string): void {
  const supervisor = [execPath, fileURLToPath(new URL("supervisor.ts", import.meta.url)), folder, extent];
  const [file = "", ...words] = extent === "node" ? [...ownNamespaces, ...supervisor] : supervisor;
  const log = openSync(logFile, "a");
  spawn(file, words, {
    cwd: folder,
    detached: true,
    stdio: ["ignore", log, log],
    env: { ...process.env, [markVariable]: folder },
  }).unref();
  closeSync(log);
}

/**
 * With the first process of a process namespace the kernel ends all others in it, containers too, and with the last one its
 * mounts are gone. The first is a shell, as it has to take note of the end of orphans, which Node.js does not.
 */
const ownNamespaces: readonly string[] = [
  ...["unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc"],
  ...["sh", "-c", '"$@"; exit $?', "sh"],
];
