import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { nodeName } from "../../ci/cluster/kubelet.ts";
import { chartImage } from "../../ci/images/chart-image.ts";
import type { Release } from "../cluster/helm.ts";
import { cluster } from "./cluster.ts";
import { createReady } from "./pod.ts";
import { eventually, inNamespace, installed, newRelease } from "./release.ts";

/** What a development machine has, in the cluster's own folder: the engine's socket, and a folder for data. */
const machine = join(cluster.folder, "machine");
const socketFolder = join(machine, "run");
const socket = join(socketFolder, "docker.sock");
const dataFolder = join(machine, "data");

const labels = { app: "engine" };

/** The machine's own engine, which sees folders with the machine's eyes. */
const engine = async (namespace: string): Promise<unknown> => ({
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "engine", namespace, labels },
  spec: {
    containers: [
      {
        name: "engine",
        image: await chartImage("arizuko", "agents.dind.image"),
        args: [`--host=unix://${socket}`, "--group=999"],
        volumeMounts: [{ name: "machine", mountPath: machine }],
        readinessProbe: { exec: { command: ["docker", "--host", `unix://${socket}`, "info"] }, periodSeconds: 1 },
      },
    ],
    volumes: [{ name: "machine", hostPath: { path: machine } }],
  },
});

const volume = {
  apiVersion: "v1",
  kind: "PersistentVolume",
  metadata: { name: "machine" },
  spec: {
    accessModes: ["ReadWriteOnce"],
    capacity: { storage: "1Gi" },
    storageClassName: "machine",
    local: { path: dataFolder },
    nodeAffinity: {
      required: {
        nodeSelectorTerms: [
          { matchExpressions: [{ key: "kubernetes.io/hostname", operator: "In", values: [nodeName] }] },
        ],
      },
    },
  },
};

const claim = (namespace: string): unknown => ({
  apiVersion: "v1",
  kind: "PersistentVolumeClaim",
  metadata: { name: "arizuko-data", namespace },
  spec: {
    accessModes: volume.spec.accessModes,
    storageClassName: volume.spec.storageClassName,
    resources: { requests: volume.spec.capacity },
  },
});

interface Run {
  readonly event: string;
  readonly mounts: Readonly<Record<string, string>>;
}

describe("agents in the engine of a development machine", () => {
  let release: Release;
  beforeAll(async () => {
    release = await newRelease("arizuko", "arizuko-kind", "privileged");
    const { namespace } = release;
    for (const folder of [socketFolder, dataFolder]) await mkdir(folder, { recursive: true });
    await createReady(cluster, namespace, volume, claim(namespace), await engine(namespace));
    const credentials = ["--from-literal=ANTHROPIC_API_KEY=sk-ant-1"];
    await inNamespace(release, "create", "secret", "generic", "arizuko-credentials", ...credentials);
    const places = [`agents.hostSocket.path=${socket}`, `hostDataDir=${join(dataFolder, "arizuko_demo")}`];
    await installed(release, "--values", "values/arizuko-kind.yaml", "--set", places.join());
  });

  test("the first turn runs there, with folders of the instance that the machine knows", async () => {
    let runs: readonly Run[] = [];
    await eventually("a task that is due is run", async () => {
      const lines = (await inNamespace(release, "logs", "engine")).split("\n");
      runs = lines.map((line): Run => JSON.parse(line)).filter(({ event }) => event === "run");
      return runs.length > 0;
    });
    const sources = Object.entries(runs[0]?.mounts ?? {});
    expect(sources.length).toBeGreaterThan(0);
    for (const [path, state] of sources) {
      expect(path).toContain(join(dataFolder, "arizuko_demo"));
      expect(state, path).toBe("there");
    }
  });
});
