import { beforeAll, describe, expect, test } from "vitest";
import { installerOf, objectsOf } from "./helm-engines.ts";
import type { KubernetesObject } from "./kubernetes-object.ts";
import { type PodTemplate, podTemplates } from "./pods.ts";
import { presets } from "./preset.ts";

/** What may select pods. A Deployment's selector can never change, so nothing may be added here within a major version. */
const nameLabel = "app.kubernetes.io/name";
const instanceLabel = "app.kubernetes.io/instance";
const componentLabel = "app.kubernetes.io/component";

type Labels = Readonly<Record<string, string>>;

const install = installerOf("helm4");

describe.each(presets)("selectors of $chart $name", (preset) => {
  const release = "other";
  let objects: readonly KubernetesObject[] = [];
  let pods: readonly PodTemplate[] = [];
  beforeAll(async () => {
    objects = objectsOf(await install(preset, { name: release }));
    pods = podTemplates(objects);
  });

  test("a workload selects its own component of its own release", () => {
    const workloads = objects.filter(({ kind }) => ["Deployment", "StatefulSet", "DaemonSet"].includes(kind));
    expect(workloads.length).toBeGreaterThan(0);
    for (const workload of workloads) {
      const { selector, template: pod } = workload["spec"] as {
        selector: { matchLabels: Labels };
        template: { metadata: { labels: Labels } };
      };
      expect(selector, workload.metadata.name).toEqual({
        matchLabels: { [nameLabel]: preset.chart, [instanceLabel]: release, [componentLabel]: expect.any(String) },
      });
      expect(pod.metadata.labels).toMatchObject(selector.matchLabels);
    }
  });

  test("what else selects this release's pods uses no other label, and selects some", () => {
    for (const { kind, metadata, spec } of objects.filter(({ kind: kindOfObject }) => kindOfObject in selectorFields)) {
      const labels = selectorFields[kind]?.(spec);
      expect(labels, `${kind} ${metadata.name}`).toMatchObject({ [nameLabel]: preset.chart, [instanceLabel]: release });
      expect([nameLabel, instanceLabel, componentLabel]).toEqual(expect.arrayContaining(Object.keys(labels ?? {})));
      const selected = pods.filter((pod) => isSubset(labels ?? {}, pod.metadata.labels ?? {}));
      expect(selected.length, `pods selected by ${kind} ${metadata.name}`).toBeGreaterThan(0);
    }
  });
});

/** Where a kind of object says which pods it is about. */
const selectorFields: Readonly<Record<string, (spec: unknown) => Labels | undefined>> = {
  Service: (spec) => (spec as { selector?: Labels }).selector,
  PodDisruptionBudget: (spec) => (spec as { selector?: { matchLabels?: Labels } }).selector?.matchLabels,
  NetworkPolicy: (spec) => (spec as { podSelector?: { matchLabels?: Labels } }).podSelector?.matchLabels,
};

function isSubset(part: Labels, whole: Labels): boolean {
  return Object.entries(part).every(([key, value]) => whole[key] === value);
}
