import { join } from "node:path";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { objectId } from "../charts/kubernetes-object.ts";
import { containersOf, type PodTemplate, podTemplates } from "../charts/pods.ts";
import type { Preset } from "../charts/preset.ts";
import { install, type Release, upgrade } from "./helm.ts";
import { type LiveObject, liveObjects } from "./live-objects.ts";
import { newRelease } from "./server.ts";

const server = inject("server");

const combination = (chart: string, name: string): string =>
  join(import.meta.dirname, "..", "charts", "combinations", chart, `${name}.yaml`);

/** One change on top of the other, each of values that end up in ConfigMaps or Secrets and nowhere else. */
const changes: Readonly<Record<string, readonly string[]>> = {
  foxctl: [
    "logging.level=debug",
    "jido.rpcTimeoutMs=20000",
    "chat.teams.editIntervalMs=2000",
    "gateway.smtp.port=2525",
    "secrets.foxctl.values.llmApiKey=other",
    "secrets.postgres.values.dsn=postgres://foxctl:other@db.example.com:5432/foxctl",
    "secrets.aws.values.secretAccessKey=other",
    "secrets.chat.values.teamsClientSecret=other",
    "secrets.gateway.values.smtpPass=other",
    "secrets.git.values.sshKey=other",
  ],
  arizuko: [
    "logLevel=debug",
    "proxyd.routes./wiki/.auth=public",
    "secrets.values.anthropicApiKey=other",
    "adapters.teled.accounts.telegram-support.botToken=2:other",
  ],
};

describe.each(Object.entries(changes))("%s with everything", (chart, settings) => {
  const preset: Preset = { chart, name: "everything", files: [combination(chart, "everything")] };
  let release: Release;
  let before: ReadonlyMap<string, LiveObject>;
  /** ConfigMaps and Secrets that no change has reached yet. */
  let unchanged: readonly string[];
  beforeAll(async () => {
    release = await newRelease(server, preset, "change");
    await install(release, preset);
    before = await liveObjects(release);
    unchanged = [...before].flatMap(([id, object]) => (isConfig(object) ? [id] : []));
  });

  const steps = settings.map((setting, index) => [setting, settings.slice(0, index + 1)] as const);
  test.each(steps)("%s rolls the pods that read it, and no others", async (_, soFar) => {
    await upgrade(release, preset, "--set", soFar.join());
    const after = await liveObjects(release);
    const differs = (id: string, of: (object: LiveObject) => unknown): boolean => {
      const [old, own] = [before.get(id), after.get(id)];
      return old !== undefined && own !== undefined && JSON.stringify(of(old)) !== JSON.stringify(of(own));
    };
    const changed = [...after.keys()].filter((id) => differs(id, ({ data }) => data));
    const deployments = [...after.values()].filter(({ kind }) => kind === "Deployment");
    const readers = deployments.filter((object) => podTemplates([object]).some((pod) => reads(pod, changed)));
    const rolled = deployments.filter((object) => differs(objectId(object), ({ spec }) => spec));
    before = after;
    unchanged = unchanged.filter((id) => !changed.includes(id));
    expect(changed).not.toEqual([]);
    expect(rolled.map(objectId)).toEqual(readers.map(objectId));
  });

  test("each ConfigMap and each Secret was among them", () => {
    expect(unchanged).toEqual([]);
  });
});

function isConfig({ kind }: LiveObject): boolean {
  return kind === "ConfigMap" || kind === "Secret";
}

/** Whether a pod has variables or files of one of these ConfigMaps and Secrets. */
function reads(pod: PodTemplate, ids: readonly string[]): boolean {
  const variables = containersOf(pod).flatMap(({ env = [], envFrom = [] }) => [
    ...envFrom.map(({ configMapRef, secretRef }) => [configMapRef?.name, secretRef?.name]),
    ...env.map(({ valueFrom }) => [valueFrom?.configMapKeyRef?.name, valueFrom?.secretKeyRef?.name]),
  ]);
  const files = (pod.spec.volumes ?? []).map(({ configMap, secret }) => [configMap?.name, secret?.secretName]);
  return [...variables, ...files].some(
    ([configMap, secret]) => ids.includes(`v1 ConfigMap ${configMap}`) || ids.includes(`v1 Secret ${secret}`),
  );
}
