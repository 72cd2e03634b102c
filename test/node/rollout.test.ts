import { beforeAll, describe, expect, test } from "vitest";
import type { Release } from "../cluster/helm.ts";
import { cluster } from "./cluster.ts";
import { createReady, podObject } from "./pod.ts";
import { podIds } from "./pods-of.ts";
import { eventually, inNamespace, installed, newRelease, upgraded } from "./release.ts";

/** Web pods that share a database and a bucket, so that one can take the place of another. */
const shared = [
  "storage.driver=postgres",
  "storage.cas.driver=s3",
  "storage.cas.s3.bucket=test",
  "secrets.postgres.values.dsn=postgres://test:test@postgres:5432/test",
  // Probed as often as Kubernetes can, for a rollout that takes seconds.
  "core.probes.readiness.initialDelaySeconds=0",
  "core.probes.readiness.periodSeconds=1",
];
const replicas = 3;
const settings = ["--set", [...shared, `core.replicas=${replicas}`].join()];

/**
 * Asks from several places at once, each time over a new connection, for answers that take as long as theirs do. It prints a
 * word for each, and ends by itself after some minutes.
 */
const load = `
  ask() {
    for number in $(seq 2000); do
      if wget -q -O /dev/null "http://foxctl:8080/api/agents?delay=$1"; then echo answered; else echo lost; fi
    done
  }
  for delay in 100ms 150ms 200ms 1s 3s; do ask $delay & done
  wait`;

describe("a rollout of several web pods under load", () => {
  let release: Release;
  beforeAll(async () => {
    release = await newRelease("foxctl", "foxctl-rollout");
    await installed(release, ...settings);
    await createReady(cluster, release.namespace, podObject({ ...release, name: "load", script: load }));
  });

  const answers = async (): Promise<readonly string[]> => (await inNamespace(release, "logs", "load")).split("\n");

  test("loses no request", async () => {
    await eventually("somebody asks", async () => (await answers()).length > 20);
    const before = await podIds(release, "core");
    expect(before).toHaveLength(replicas);
    await upgraded(release, ...settings, "--set", "logging.level=debug");
    await eventually("the former pods are gone", async () =>
      (await podIds(release, "core")).every((id) => !before.includes(id)),
    );
    const during = await answers();
    await inNamespace(release, "delete", "pod", "load", "--wait=false");
    expect(during.filter((answer) => answer !== "answered")).toEqual([]);
    expect(during.length).toBeGreaterThan(50);
  });
});
