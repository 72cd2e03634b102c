import type { IContainer } from "kubernetes-models/v1";
import { beforeAll, describe, expect, test } from "vitest";
import { template } from "./helm.ts";
import { parseObjects } from "./kubernetes-object.ts";
import { containersOf, type PodTemplate, podTemplates } from "./pods.ts";
import { presets } from "./preset.ts";

/** The Docker engine within arizuko's pod, off by default: agents cannot run without it (reference arizuko.md, 8). */
const privileged = ["dind"];

describe.each(presets)("the pods of $chart $name", (preset) => {
  let pods: readonly PodTemplate[] = [];
  beforeAll(async () => {
    pods = podTemplates(parseObjects(await template("helm4", preset)));
    expect(pods.length).toBeGreaterThan(0);
  });

  test("get no Service variables and no token", () => {
    for (const { owner, spec } of pods) {
      expect(spec, owner).toMatchObject({ enableServiceLinks: false, automountServiceAccountToken: false });
    }
  });

  test("keep to the restricted level in every container", () => {
    for (const pod of pods) {
      const { hostNetwork, hostPID, hostIPC, securityContext: shared } = pod.spec;
      expect([hostNetwork, hostPID, hostIPC], pod.owner).toEqual([undefined, undefined, undefined]);
      for (const container of containersOf(pod).filter(({ name }) => !privileged.includes(name))) {
        expect({ ...shared, ...container.securityContext }, where(pod, container)).toMatchObject({
          runAsNonRoot: true,
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ["ALL"] },
          seccompProfile: { type: "RuntimeDefault" },
        });
      }
    }
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
    for (const pod of pods) {
      const { volumes = [], initContainers = [], containers } = pod.spec;
      expectDistinct(
        volumes.map(({ name }) => name),
        `volumes of ${pod.owner}`,
      );
      expectDistinct(
        [...initContainers, ...(containers ?? [])].map(({ name }) => name),
        `containers of ${pod.owner}`,
      );
      expectDistinct(
        containersOf(pod).flatMap(({ ports = [] }) => ports.map((port) => port.name)),
        `port names of ${pod.owner}`,
      );
      expectDistinct(
        containersOf(pod).flatMap(({ ports = [] }) => ports.map((port) => `${port.containerPort}/${port.protocol}`)),
        `ports of ${pod.owner}`,
      );
      for (const container of containersOf(pod)) {
        const place = where(pod, container);
        expectDistinct(
          (container.env ?? []).map(({ name }) => name),
          `env of ${place}`,
        );
        expectDistinct(
          (container.volumeMounts ?? []).map(({ mountPath }) => mountPath),
          `mounts of ${place}`,
        );
      }
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

function expectDistinct(names: readonly unknown[], what: string): void {
  expect(names, what).toEqual([...new Set(names)]);
}
