import { rename, writeFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { accessTo } from "./access.ts";
import type { ApiClient } from "./api-client.ts";
import { createCgroup } from "./cgroups.ts";
import { readyFile } from "./cluster-folder.ts";
import { startContainerd } from "./containerd.ts";
import { clusterVersion, startControlPlane, waitForControllers } from "./control-plane.ts";
import { freePort } from "./free-port.ts";
import { writeKubeletClient } from "./kubelet-client.ts";
import { startNode } from "./node.ts";
import { createNodeNetwork, nodeNetwork } from "./node-network.ts";
import { makeOwnMounts } from "./own-mounts.ts";
import { withNodes, withoutNodes } from "./server-arguments.ts";
import { restartEnded, type ServerGroup } from "./server-process.ts";
import { provisionVolumes } from "./volumes.ts";

/**
 * The program that runs a cluster in the background, as systemd does on other machines: `FOLDER control-plane|node`.
 * start-cluster.ts starts it, for a node in process and mount namespaces of its own.
 */
async function main([folder = "", extent]: readonly string[]): Promise<void> {
  const started = performance.now();
  if (extent === "node") {
    const { group, client } = await startWithNode(folder);
    await reportReady(folder, started);
    await supervise(group, () => provisionVolumes(client, folder));
  } else {
    const group: ServerGroup = { folder, prefix: [], running: [] };
    const listener = { address: "127.0.0.1", port: await freePort() };
    await waitForControllers(group, await startControlPlane(group, listener, withoutNodes));
    await reportReady(folder, started);
    await supervise(group, async () => {});
  }
}

async function startWithNode(folder: string): Promise<{ group: ServerGroup; client: ApiClient }> {
  await makeOwnMounts();
  await createCgroup(folder);
  const network = nodeNetwork(folder);
  await createNodeNetwork(network);
  const group: ServerGroup = { folder, prefix: network.enter, running: [] };
  const listener = { address: network.nodeAddress, port: 6443 };
  const kubeletClient = await writeKubeletClient(folder);
  const [api] = await Promise.all([
    startControlPlane(group, listener, withNodes(listener, kubeletClient)),
    startContainerd(group),
  ]);
  await startNode(group, accessTo(folder, clusterVersion), api, network.nodeAddress, kubeletClient);
  await waitForControllers(group, api);
  return { group, client: api.client };
}

/** The file says how long it took. */
async function reportReady(folder: string, started: number): Promise<void> {
  const file = readyFile(folder);
  await writeFile(`${file}.new`, `${((performance.now() - started) / 1000).toFixed(1)}\n`);
  await rename(`${file}.new`, file);
}

/** Until this program is killed: starts again what ends, and does what else there is to do again and again. */
async function supervise(group: ServerGroup, work: () => Promise<void>): Promise<never> {
  for (;;) {
    for (const name of restartEnded(group)) log(`${name} ended and was started again`);
    // It fails while the API server is away.
    await work().catch((error: unknown) => log(String(error)));
    await setTimeout(500);
  }
}

function log(line: string): void {
  process.stderr.write(`${new Date().toISOString()} ${line}\n`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  log(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
