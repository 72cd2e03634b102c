import { existsSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { clusterFolder, clusterIn } from "../../ci/cluster/cluster-folder.ts";
import { kubectl } from "../../ci/cluster/kubectl.ts";
import { killMarked, markedProcesses } from "../../ci/cluster/marked-processes.ts";
import { createNamespace } from "../../ci/cluster/namespace.ts";
import { startCluster } from "../../ci/cluster/start-cluster.ts";
import { stopCluster } from "../../ci/cluster/stop-cluster.ts";
import { waitUntil } from "../../ci/cluster/wait-until.ts";
import { projectFolder } from "../../ci/paths.ts";
import { patience } from "../patience.ts";
import { createReady, podObject } from "./pod.ts";
import { machineState, traces } from "./traces.ts";

const folder = clusterFolder("crash");
const cluster = clusterIn(folder);

const pod = podObject({ namespace: "crash", name: "some", script: "exec sleep 3600" });

let before: unknown;
beforeAll(async () => {
  await stopCluster(folder);
  before = await machineState();
});
afterEach(() => stopCluster(folder));

async function expectNothingLeft(): Promise<void> {
  await stopCluster(folder);
  expect(traces(folder)).toEqual(new Set());
  expect(await machineState()).toEqual(before);
}

describe("a cluster with a pod", () => {
  test("goes without a trace, also when its parts were killed and came back", async () => {
    await startCluster(folder, "node");
    await createNamespace(cluster, "crash");
    await createReady(cluster, "crash", pod);
    expect(traces(folder)).toEqual(new Set(["folder", "processes", "interface", "cgroup"]));

    for (const program of ["kubelet", "containerd", "kube-apiserver", "etcd"]) {
      const [old] = idsOf(program);
      killMarked(folder, program);
      const isBack = async (): Promise<boolean> => idsOf(program).some((id) => id !== old);
      expect(await waitUntil(isBack, patience), `${program} is started again`).toBe(true);
    }
    const runs = async (): Promise<boolean> => (await inPod("exec", "some", "--", "hostname").catch(String)) === "some";
    expect(await waitUntil(runs, patience)).toBe(true);
    expect(await inPod("get", "pod", "some", "--output", "jsonpath={.status.containerStatuses[0].restartCount}")).toBe(
      "0",
    );
    await expectNothingLeft();
  });

  test.each(["unshare", "node"])(
    "goes without a trace when %s was killed, which holds it together",
    async (program) => {
      await startCluster(folder, "node");
      await createNamespace(cluster, "crash");
      await createReady(cluster, "crash", pod);
      killMarked(folder, program);
      // The kernel ends the rest by itself.
      expect(await waitUntil(async () => markedProcesses(folder).length === 0, patience)).toBe(true);
      await expectNothingLeft();
    },
  );
});

describe("a starting cluster goes without a trace when its starter is killed", () => {
  test.each(["supervisor.log", "containerd.sock", "kubelet.log", "ready"])("as %s appears", async (file) => {
    const script = `
      const { startCluster } = await import(${JSON.stringify(join(projectFolder, "ci/cluster/start-cluster.ts"))});
      await startCluster(${JSON.stringify(folder)}, "node");`;
    const starter = execa(process.execPath, ["--input-type=module", "--eval", script], { reject: false });
    expect(await waitUntil(async () => existsSync(join(folder, file)), patience)).toBe(true);
    starter.kill("SIGKILL");
    await starter;
    await expectNothingLeft();
  });
});

function idsOf(name: string): readonly number[] {
  return markedProcesses(folder)
    .filter(({ program }) => program === name)
    .map(({ id }) => id);
}

function inPod(...words: readonly string[]): Promise<string> {
  return kubectl(cluster, ["--namespace", "crash", ...words]);
}
