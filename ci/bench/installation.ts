import { execa } from "execa";
import { charts } from "../../generator/charts/index.ts";
import { chartFolder } from "../../test/charts/preset.ts";
import { clusterFolder, clusterIn } from "../cluster/cluster-folder.ts";
import { toolsOf } from "../cluster/extent.ts";
import { loadImages } from "../cluster/load-image.ts";
import { createNamespace } from "../cluster/namespace.ts";
import { requireNodePrerequisites } from "../cluster/prerequisites.ts";
import { startCluster } from "../cluster/start-cluster.ts";
import { stopCluster } from "../cluster/stop-cluster.ts";
import { ociImage } from "../images/oci-layout.ts";
import { standInImages } from "../images/stand-ins.ts";
import { ensureTools, toolPath } from "../tools/install.ts";
import { printProgress } from "../tools/progress.ts";
import type { Chapter } from "./figures.ts";
import { timed } from "./in-turn.ts";

/** From nothing to a cluster, and from `helm install` to pods that are ready, with the programs' stand-ins. Needs root. */
export async function measureInstallation(rounds: number): Promise<Chapter> {
  const folder = clusterFolder("bench");
  await requireNodePrerequisites(folder);
  await ensureTools(toolsOf.node, printProgress);
  const helm = await toolPath("helm4");
  const images = await Promise.all((await standInImages()).map(ociImage));
  const starts: number[] = [];
  const installs = new Map<string, number[]>(charts.map(({ metadata }) => [metadata.name, []]));
  try {
    for (let round = 0; round < rounds; round++) {
      starts.push(await timed(() => startCluster(folder, "node")));
      const cluster = clusterIn(folder);
      for (const image of images) await loadImages(folder, image);
      for (const [name, milliseconds] of installs) {
        await createNamespace(cluster, name);
        const words = ["install", name, chartFolder(name), "--namespace", name, "--wait", "--timeout", "180s"];
        milliseconds.push(await timed(() => execa(helm, words, { env: cluster.env, stdin: "ignore" })));
      }
      await stopCluster(folder);
    }
  } finally {
    await stopCluster(folder);
  }
  const base = "start of the cluster";
  return {
    name: "installation",
    title: "Installing on a cluster",
    paragraphs: [
      "The cluster of `npm run cluster up`, with one node, from nothing until it can be used, and `helm install --wait` of " +
        "each chart with its defaults on it, until Helm finds everything ready. Images of the stand-ins are on the node " +
        "already: nothing is pulled. Kubernetes takes most of it, which starts containers one after the other and asks " +
        "probes once a second at most.",
    ],
    series: [
      { name: base, milliseconds: starts },
      ...[...installs].map(([name, milliseconds]) => ({ name: `helm install ${name} until ready`, milliseconds })),
    ],
    base,
    bars: [],
  };
}
