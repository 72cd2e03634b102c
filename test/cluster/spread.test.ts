import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ClusterAccess } from "../../ci/cluster/access.ts";
import { clusterFolder } from "../../ci/cluster/cluster-folder.ts";
import { kubectl } from "../../ci/cluster/kubectl.ts";
import { createNamespace } from "../../ci/cluster/namespace.ts";
import { simulateNodes } from "../../ci/cluster/simulated-nodes.ts";
import { startCluster } from "../../ci/cluster/start-cluster.ts";
import { stopCluster } from "../../ci/cluster/stop-cluster.ts";
import { waitUntil } from "../../ci/cluster/wait-until.ts";
import { ensureTools } from "../../ci/tools/install.ts";
import { printProgress } from "../../ci/tools/progress.ts";
import { chartFolder } from "../charts/preset.ts";
import { patience } from "../patience.ts";
import { helm, type Release } from "./helm.ts";

const folder = clusterFolder("spread");
const zones = ["a", "b", "c", "d"];
const nodeCount = 200;
/** Of the profile for several replicas, as chart-testing has it. */
const values = join(chartFolder("foxctl"), "ci", "postgres-values.yaml");

/** Two of them are a pool of their own. */
const nodes = Array.from({ length: nodeCount }, (_, index) => ({
  name: `node-${index}`,
  zone: zones[Math.floor((index * zones.length) / nodeCount)] ?? "",
  cpu: "8",
  memory: "32Gi",
  labels: index < 2 ? { pool: "small" } : {},
}));
const zoneOf = new Map(nodes.map(({ name, zone }) => [name, zone]));

let cluster: ClusterAccess;
beforeAll(async () => {
  await ensureTools(["kwok", "helm4"], printProgress);
  cluster = await startCluster(folder, "control-plane");
  await simulateNodes(cluster, nodes);
}, 1_800_000);
afterAll(() => stopCluster(folder));

async function installed(namespace: string, ...settings: readonly string[]): Promise<Release> {
  await createNamespace(cluster, namespace);
  const release = { server: cluster, namespace, name: "foxctl" };
  const words = ["--values", values, "--set", settings.join()];
  await helm(release, "helm4", "install", chartFolder("foxctl"), ...words);
  return release;
}

/** The nodes of a component's running pods, once there are so many. */
async function nodesOf({ namespace }: Release, component: string, count: number): Promise<readonly string[]> {
  const selector = `app.kubernetes.io/component=${component}`;
  const names = "jsonpath={range .items[?(@.status.phase=='Running')]}{.spec.nodeName}{'\\n'}{end}";
  const words = ["get", "pods", "--namespace", namespace, "--selector", selector, "--output", names];
  let found: readonly string[] = [];
  await waitUntil(async () => {
    found = (await kubectl(cluster, words)).split("\n").filter(Boolean);
    return found.length === count;
  }, patience);
  expect(found).toHaveLength(count);
  return found;
}

const perZone = (found: readonly string[]): readonly number[] =>
  zones.map((zone) => found.filter((name) => zoneOf.get(name) === zone).length);

test("autoscaled pods are spread over nodes and zones", async () => {
  const release = await installed(
    "spread-autoscaled",
    "core.autoscaling.minReplicas=40,core.autoscaling.maxReplicas=60",
    "embeddingWorker.autoscaling.minReplicas=20,embeddingWorker.autoscaling.maxReplicas=30",
  );
  const [web, workers] = [await nodesOf(release, "core", 40), await nodesOf(release, "embedding-worker", 20)];
  expect(new Set(web)).toHaveProperty("size", 40);
  expect(perZone(web)).toEqual([10, 10, 10, 10]);
  expect(new Set(workers)).toHaveProperty("size", 20);
  expect(perZone(workers)).toEqual([5, 5, 5, 5]);
});

const fixed = "core.autoscaling.enabled=false";

test("a fixed number of pods are spread as well", async () => {
  const found = await nodesOf(await installed("spread-fixed", fixed, "core.replicas=12"), "core", 12);
  expect(new Set(found)).toHaveProperty("size", 12);
  expect(perZone(found)).toEqual([3, 3, 3, 3]);
});

test("no second pod is on a node where that is ruled out, though there is no other", async () => {
  const few = ["core.pod.hostSpread=required", "core.pod.nodeSelector.pool=small", "core.replicas=3"];
  const release = await installed("spread-required", fixed, ...few);
  expect(new Set(await nodesOf(release, "core", 2))).toHaveProperty("size", 2);
  const reasons = "jsonpath={.items[*].status.conditions[?(@.type=='PodScheduled')].reason}";
  const words = ["get", "pods", "--namespace", release.namespace, "--selector", "app.kubernetes.io/component=core"];
  expect(await kubectl(cluster, [...words, "--output", reasons])).toBe("Unschedulable");
});
