import { beforeAll, describe, expect, test } from "vitest";
import { helm, type Release } from "../cluster/helm.ts";
import { type Pod, podsOf } from "./pods-of.ts";
import { eventually, inNamespace, installed, newRelease, upgraded } from "./release.ts";

/** The web pods of a release, those on their way out included. */
function webPods(release: Release): Promise<readonly Pod[]> {
  return podsOf(release, "core");
}

describe("the defaults, with the foxctl that its public source makes", () => {
  let release: Release;
  beforeAll(async () => {
    release = await newRelease("foxctl", "foxctl-defaults");
    await installed(release);
  });

  test("are ready at the first try", async () => {
    const pods = await webPods(release);
    expect(pods.map(({ status }) => status.containerStatuses)).toMatchObject([[{ ready: true, restartCount: 0 }]]);
  });

  test("pass `helm test`", async () => {
    expect(await helm(release, "helm4", "test", "--logs")).toContain("GET /readyz: answered");
  });

  test("an upgrade without a change rolls no pod, and one of the configuration does", async () => {
    const before = await webPods(release);
    await upgraded(release);
    expect((await webPods(release)).map(({ metadata }) => metadata.uid)).toEqual(
      before.map(({ metadata }) => metadata.uid),
    );
    await upgraded(release, "--set", "logging.level=debug");
    const after = await webPods(release);
    expect(after.map(({ metadata }) => metadata.uid)).not.toContain(before[0]?.metadata.uid);
  });

  test("a killed container comes back", async () => {
    await inNamespace(release, "exec", "deployment/foxctl", "--", "/bin/sh", "-c", "kill 1").catch(() => "");
    await eventually("foxctl is started again", async () => {
      const [pod] = await webPods(release);
      return pod?.status.containerStatuses?.every(({ ready, restartCount }) => ready && restartCount === 1) === true;
    });
  });
});

test("commands that the public source lacks end the pod where the profile for it is left out", async () => {
  const release = await newRelease("foxctl", "foxctl-commands");
  const probed = ["--set", "core.probes.mode=exec", "--timeout", "20s"];
  await expect(installed(release, ...probed)).rejects.toThrow(/foxctl/);
});

test("the documented edition answers probes by command", async () => {
  const release = await newRelease("foxctl", "foxctl-documented");
  const edition = ["--set", "image.tag=24c8335-documented", "--set", "core.probes.mode=exec"];
  await installed(release, ...edition);
  expect(await helm(release, "helm4", "test")).toContain("Succeeded");
});

test("`helm test` fails where the web API does not answer", async () => {
  const release = await newRelease("foxctl", "foxctl-broken");
  await installed(release);
  await inNamespace(release, "scale", "deployment/foxctl", "--replicas=0");
  await eventually("its pod is gone", async () => (await webPods(release)).length === 0);
  await expect(helm(release, "helm4", "test")).rejects.toThrow(/test/);
});
