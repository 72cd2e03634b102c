import { expect, inject, test } from "vitest";
import { chartNames, combinations, defaultsOf } from "../charts/preset.ts";
import { install, type Release, upgrade } from "./helm.ts";
import { decided, liveObjects } from "./live-objects.ts";
import { newRelease } from "./server.ts";

const server = inject("server");

/** Little, and all that the charts can do. */
const presets = [...chartNames.map(defaultsOf), ...combinations];

test.each(presets)("Helm 4 takes over $chart $name from Helm 3, by either way of applying", async (preset) => {
  const release = await newRelease(server, preset, "three");
  await install(release, preset, "helm3");
  const before = await contents(release);
  await upgrade(release, preset);
  expect(await contents(release)).toEqual(before);
  // Fields belong to Helm 3 until then.
  await upgrade(release, preset, "--server-side=true", "--force-conflicts");
  expect(await contents(release)).toEqual(before);
});

async function contents(release: Release): Promise<ReadonlyMap<string, unknown>> {
  return new Map([...(await liveObjects(release))].map(([id, object]) => [id, decided(object)]));
}
