import { existsSync } from "node:fs";
import { rm, stat } from "node:fs/promises";
import { getuid } from "node:process";
import { removeCgroup } from "./cgroups.ts";
import { endMarked } from "./marked-processes.ts";
import { deleteNodeNetwork, nodeNetwork } from "./node-network.ts";

/** Ends whatever is left of a cluster, also of one that crashed or was never there, and removes its folder. */
export async function stopCluster(folder: string): Promise<void> {
  await requireOwner(folder);
  await endMarked(folder);
  await deleteNodeNetwork(nodeNetwork(folder));
  await removeCgroup(folder);
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** Others' processes cannot even be seen. */
async function requireOwner(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  const { uid } = await stat(folder);
  if (getuid?.() !== 0 && uid !== getuid?.())
    throw new Error(`The cluster in ${folder} belongs to user ${uid}. Run this as that user.`);
}
