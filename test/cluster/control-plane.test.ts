import { afterEach, expect, test } from "vitest";
import { clusterFolder } from "../../ci/cluster/cluster-folder.ts";
import { kubectl } from "../../ci/cluster/kubectl.ts";
import { killMarked, markedProcesses } from "../../ci/cluster/marked-processes.ts";
import { startCluster } from "../../ci/cluster/start-cluster.ts";
import { stopCluster } from "../../ci/cluster/stop-cluster.ts";
import { waitUntil } from "../../ci/cluster/wait-until.ts";
import { patience } from "../patience.ts";

const folder = clusterFolder("control-plane");
afterEach(() => stopCluster(folder));

test("without a node, controllers make pods and the scheduler finds no place for them", async () => {
  const cluster = await startCluster(folder, "control-plane");
  await kubectl(cluster, ["create", "deployment", "some", "--image=example.org/some:1"]);
  const reason = "jsonpath={.items[*].status.conditions[?(@.type=='PodScheduled')].reason}";
  const isUnschedulable = async (): Promise<boolean> =>
    (await kubectl(cluster, ["get", "pods", "--output", reason])) === "Unschedulable";
  expect(await waitUntil(isUnschedulable, patience)).toBe(true);
});

test("it is ended also when what started its servers was killed", async () => {
  await startCluster(folder, "control-plane");
  killMarked(folder, "node");
  await waitUntil(async () => !programs().includes("node"), patience);
  expect(programs()).toContain("etcd");
  await stopCluster(folder);
  expect(programs()).toEqual([]);
});

function programs(): readonly string[] {
  return markedProcesses(folder).map(({ program }) => program);
}
