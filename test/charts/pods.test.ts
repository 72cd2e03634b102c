import type { IContainer } from "kubernetes-models/v1";
import { beforeAll, describe, expect, test } from "vitest";
import { installerOf, objectsOf } from "./helm-engines.ts";
import { duplicatesIn, restrictionsBroken, twice } from "./pod-problems.ts";
import { containersOf, type PodTemplate, podTemplates } from "./pods.ts";
import { presets } from "./preset.ts";

const install = installerOf("helm4");

describe.each(presets)("the pods of $chart $name", (preset) => {
  let pods: readonly PodTemplate[] = [];
  beforeAll(async () => {
    pods = podTemplates(objectsOf(await install(preset)));
    expect(pods.length).toBeGreaterThan(0);
  });

  test("get no Service variables and no token", () => {
    for (const { owner, spec } of pods) {
      expect(spec, owner).toMatchObject({ enableServiceLinks: false, automountServiceAccountToken: false });
    }
  });

  test("keep to the restricted level in every container", () => {
    expect(pods.flatMap(restrictionsBroken)).toEqual([]);
  });

  test("request and limit memory and ephemeral storage", () => {
    const amount = { memory: expect.anything(), "ephemeral-storage": expect.anything() };
    for (const pod of pods) {
      for (const container of containersOf(pod)) {
        expect(container.resources, where(pod, container)).toMatchObject({ requests: amount, limits: amount });
      }
    }
  });

  test("name images by a version", () => {
    for (const pod of pods) {
      for (const container of containersOf(pod)) {
        expect(container.image, where(pod, container)).toMatch(/^[^:@]+(:\d+\/[^:@]+)?(:[^:@]+|@sha256:[0-9a-f]{64})$/);
        expect(container.image, where(pod, container)).not.toMatch(/:latest$/);
      }
    }
  });

  test("name nothing twice", () => {
    expect(pods.flatMap(duplicatesIn)).toEqual([]);
  });

  test("use no port of another container", () => {
    for (const pod of pods) {
      const ports = containersOf(pod).flatMap((container) => container.ports ?? []);
      const names = ports.flatMap(({ name }) => name ?? []);
      const numbers = ports.map(({ containerPort, protocol }) => `${containerPort}/${protocol}`);
      expect([...twice("port name", names), ...twice("port", numbers)], pod.owner).toEqual([]);
    }
  });

  test("mount the volumes they have, and have none that nothing mounts", () => {
    for (const pod of pods) {
      const mounted = containersOf(pod).flatMap(({ volumeMounts = [] }) => volumeMounts.map(({ name }) => name));
      const volumes = (pod.spec.volumes ?? []).map(({ name }) => name);
      expect([...new Set(mounted)].toSorted(), pod.owner).toEqual(volumes.toSorted());
    }
  });
});

function where({ owner }: PodTemplate, { name }: IContainer): string {
  return `container ${name} of ${owner}`;
}
