import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { ApiServer } from "../../ci/cluster/api-server.ts";
import { combinations, type Preset, presets } from "../charts/preset.ts";
import { expectPodsAdmitted } from "./admission.ts";
import { helm, install, type Release } from "./helm.ts";
import { isKept, liveObjects } from "./live-objects.ts";
import { newRelease, startServer } from "./server.ts";

const title = "$chart $name installs without a warning, its pods are admitted, and it goes";

describe("on the oldest Kubernetes", () => {
  let server: ApiServer;
  beforeAll(async () => {
    server = await startServer("1.33");
  });
  afterAll(() => server.stop());

  test.each(presets)(title, async (preset) => {
    await expectInstalls(await newRelease(server, preset, "install"), preset);
  });
});

describe("on the newest Kubernetes", () => {
  const server = inject("server");

  // What happens to profiles there is told by lifecycle.test.ts.
  test.each(combinations)(title, async (preset) => {
    await expectInstalls(await newRelease(server, preset, "install"), preset);
  });
});

async function expectInstalls(release: Release, preset: Preset): Promise<void> {
  await expectPodsAdmitted(release, await install(release, preset));
  await helm(release, "helm4", "uninstall");
  expect([...(await liveObjects(release)).values()].filter((object) => !isKept(object))).toEqual([]);
}
