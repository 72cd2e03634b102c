import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { KubernetesVersion } from "../kubernetes-versions.ts";
import { onExit } from "../on-exit.ts";
import { ensureTools } from "../tools/install.ts";
import { printProgress } from "../tools/progress.ts";
import { accessTo, type ClusterAccess } from "./access.ts";
import { startApiAndStore } from "./api-and-store.ts";
import { freePort } from "./free-port.ts";
import { withoutNodes } from "./server-arguments.ts";
import type { ServerGroup } from "./server-process.ts";

/** A real API server on its own: it stores, defaults, validates and authorises, but no controller and no node runs. */
export interface ApiServer extends ClusterAccess {
  /** The folder is gone afterwards. */
  readonly stop: () => Promise<void>;
}

/** Starts etcd and kube-apiserver on loopback ports in a fresh folder. No root needed. Stops with this program at the latest. */
export async function startApiServer(kubernetesVersion: KubernetesVersion): Promise<ApiServer> {
  // First, as building them can take minutes.
  await ensureTools(["etcd", `kube-apiserver-${kubernetesVersion}`], printProgress);
  const folder = await mkdtemp(join(tmpdir(), "api-server-"));
  const group: ServerGroup = { folder, prefix: [], running: [] };
  const forget = onExit(() => {
    // The last started first: without etcd the API server hangs.
    for (const server of group.running.toReversed()) server.kill();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  const stop = async (): Promise<void> => {
    for (const server of group.running.toReversed()) await server.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    forget();
  };
  try {
    const listener = { address: "127.0.0.1", port: await freePort() };
    await startApiAndStore(group, kubernetesVersion, listener, withoutNodes);
    return { ...accessTo(folder, kubernetesVersion), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
