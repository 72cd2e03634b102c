import { execa } from "execa";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ClusterAccess } from "../../ci/cluster/access.ts";
import { clusterFolder } from "../../ci/cluster/cluster-folder.ts";
import { kubectl } from "../../ci/cluster/kubectl.ts";
import { killMarked } from "../../ci/cluster/marked-processes.ts";
import { createNamespace } from "../../ci/cluster/namespace.ts";
import { simulateNodes } from "../../ci/cluster/simulated-nodes.ts";
import { startCluster } from "../../ci/cluster/start-cluster.ts";
import { stopCluster } from "../../ci/cluster/stop-cluster.ts";
import { waitUntil } from "../../ci/cluster/wait-until.ts";
import { ensureTools, toolPath } from "../../ci/tools/install.ts";
import { printProgress } from "../../ci/tools/progress.ts";
import { chartFolder } from "../charts/preset.ts";
import { patience, patiently } from "../patience.ts";
import { startGate } from "./gate.ts";
import { helm, type Release } from "./helm.ts";
import { type LiveObject, liveObjects } from "./live-objects.ts";

const folder = clusterFolder("interrupted");
const node = "simulated";

let cluster: ClusterAccess;
beforeAll(async () => {
  await ensureTools(["kwok", "helm4"], printProgress);
  cluster = await startCluster(folder, "control-plane");
  await simulateNodes(cluster, [{ name: node, zone: "a", cpu: "8", memory: "32Gi" }]);
}, 1_800_000);
afterAll(() => stopCluster(folder));

async function newRelease(name: string): Promise<Release> {
  await createNamespace(cluster, `interrupted-${name}`);
  return { server: cluster, namespace: `interrupted-${name}`, name };
}

/** Starts an install, whose messages are in its result. */
async function startInstall({ name, namespace }: Release, ...more: readonly string[]) {
  const words = ["install", name, chartFolder(name), "--namespace", namespace, "--wait", patiently, ...more];
  return { process: execa(await toolPath("helm4"), words, { env: cluster.env, all: true, reject: false }) };
}

/** Kills the API server, which is started again at once. */
function killApiServer(): void {
  expect(killMarked(folder, "kube-apiserver")).toHaveLength(1);
}

async function apiServerIsBack(): Promise<void> {
  const isReady = async (): Promise<boolean> =>
    (await kubectl(cluster, ["get", "--raw", "/readyz"]).catch(String)) === "ok";
  expect(await waitUntil(isReady, patience)).toBe(true);
}

test("while Helm waits for pods: it goes on waiting, and succeeds", async () => {
  const release = await newRelease("foxctl");
  await kubectl(cluster, ["cordon", node]);
  const install = await startInstall(release);
  const pods = ["get", "pods", "--namespace", release.namespace, "--output", "name"];
  expect(await waitUntil(async () => (await kubectl(cluster, pods)) !== "", patience)).toBe(true);
  killApiServer();
  await apiServerIsBack();
  await kubectl(cluster, ["uncordon", node]);
  const { failed, all } = await install.process;
  expect(failed, all).toBe(false);
});

const kindsOf = (objects: ReadonlyMap<string, LiveObject>) => [...objects.values()].map(({ kind }) => kind);
const secretsOf = (objects: ReadonlyMap<string, LiveObject>) =>
  [...objects.values()].filter(({ kind }) => kind === "Secret").map((secret) => secret["data"]);

test("between two objects: Helm fails, and after an uninstall an install goes on with the same secrets", async () => {
  const release = await newRelease("arizuko");
  let isKilled = false;
  const gate = await startGate(cluster, ({ method, path }) => {
    if (isKilled || method === "GET" || !path.includes("/deployments")) return;
    isKilled = true;
    killApiServer();
  });
  const install = await startInstall(release, "--kube-apiserver", gate.url);
  const { failed, all } = await install.process;
  await gate.stop();
  expect(failed, all).toBe(true);
  await apiServerIsBack();
  const begun = await liveObjects(release);
  expect(kindsOf(begun)).toEqual(expect.arrayContaining(["Secret", "Service"]));
  expect(kindsOf(begun)).not.toContain("Deployment");

  await helm(release, "helm4", "uninstall", "--wait");
  await helm(release, "helm4", "install", chartFolder(release.name));
  const complete = await liveObjects(release);
  expect(kindsOf(complete)).toContain("Deployment");
  expect(secretsOf(complete)).toEqual(secretsOf(begun));
});
