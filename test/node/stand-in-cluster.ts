import { spawnSync } from "node:child_process";
import { execPath } from "node:process";
import type { ClusterAccess } from "../../ci/cluster/access.ts";
import { readyMessage } from "../../ci/cluster/cluster-folder.ts";
import { loadImages } from "../../ci/cluster/load-image.ts";
import { startCluster } from "../../ci/cluster/start-cluster.ts";
import { stopCluster } from "../../ci/cluster/stop-cluster.ts";
import { ociImage } from "../../ci/images/oci-layout.ts";
import { standInImages } from "../../ci/images/stand-ins.ts";
import { onExit } from "../../ci/on-exit.ts";

/** Starts a cluster whose node has the stand-ins' images, and gives what ends it. */
export async function startStandInCluster({ folder }: ClusterAccess): Promise<() => Promise<void>> {
  // From the start, as a cluster outlives who starts it. What a killed run leaves, the next one ends.
  const forget = onExit(() => stopBeforeExit(folder));
  await startCluster(folder, "node");
  for (const image of await standInImages()) await loadImages(folder, await ociImage(image));
  process.stdout.write(`${await readyMessage(folder)}\n`);
  return async () => {
    await stopCluster(folder);
    forget();
  };
}

/** When the run is interrupted, nothing but another program can still wait for the cluster to end. */
function stopBeforeExit(folder: string): void {
  const module = new URL("../../ci/cluster/stop-cluster.ts", import.meta.url);
  const script = `
    const { stopCluster } = await import(${JSON.stringify(module.href)});
    await stopCluster(${JSON.stringify(folder)});`;
  spawnSync(execPath, ["--input-type=module", "--eval", script], { stdio: "inherit" });
}
