import { readyMessage } from "../../ci/cluster/cluster-folder.ts";
import { loadImages } from "../../ci/cluster/load-image.ts";
import { killMarked } from "../../ci/cluster/marked-processes.ts";
import { startCluster } from "../../ci/cluster/start-cluster.ts";
import { stopCluster } from "../../ci/cluster/stop-cluster.ts";
import { ociImage } from "../../ci/images/oci-layout.ts";
import { standInImages } from "../../ci/images/stand-ins.ts";
import { onExit } from "../../ci/on-exit.ts";
import { cluster } from "./cluster.ts";

/** Runs before all tests of the project, and what it returns after them. */
export default async function setUp(): Promise<() => Promise<void>> {
  const { folder } = cluster;
  await startCluster(folder, "node");
  for (const image of await standInImages()) await loadImages(folder, await ociImage(image));
  process.stdout.write(`${await readyMessage(folder)}\n`);
  // When the run is interrupted. What a killed one leaves, the next one ends.
  onExit(() => killMarked(folder));
  return () => stopCluster(folder);
}
