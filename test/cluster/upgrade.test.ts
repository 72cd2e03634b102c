import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ApiServer } from "../../ci/cluster/api-server.ts";
import { layeredPresets, type Preset, plainPresets } from "../charts/preset.ts";
import { helm, install, type Release, upgrade } from "./helm.ts";
import { decided, isKept, liveObjects } from "./live-objects.ts";
import { newRelease, startServer } from "./server.ts";

let server: ApiServer;
/** What each preset amounts to when nothing was installed before it. */
const fresh = new Map<Preset, ReadonlyMap<string, object>>();

beforeAll(async () => {
  server = await startServer("1.36");
  for (const preset of [...plainPresets, ...layeredPresets]) {
    const release = await newRelease(server, preset.chart, `fresh-${preset.chart}-${preset.name}`);
    await install(release, preset);
    fresh.set(preset, await replaceable(release));
  }
});
afterAll(() => server.stop());

describe("server-side apply", () => {
  test.concurrent.each(plainPresets)("$chart $name to each other preset, and rolled back", async (from) => {
    const release = await newRelease(server, from.chart, `upgrade-${from.chart}-${from.name}`);
    await install(release, from);
    const before = await states(release);
    for (const to of targetsOf(from)) {
      await upgrade(release, to);
      expect(await replaceable(release), `${from.name} to ${to.name}`).toEqual(fresh.get(to));
      await helm(release, "helm4", "rollback");
      expect(await states(release), `${from.name} to ${to.name} and back`).toEqual(before);
    }
    await helm(release, "helm4", "uninstall");
  });
});

function targetsOf(from: Preset): readonly Preset[] {
  const layered = layeredPresets.filter(({ chart, name }) => chart === from.chart && name.startsWith(`${from.name} +`));
  return [...plainPresets.filter((preset) => preset !== from && preset.chart === from.chart), ...layered];
}

/** What the chart decides about each object of the release. */
async function states(release: Release): Promise<ReadonlyMap<string, object>> {
  return new Map([...(await liveObjects(release))].map(([id, object]) => [id, decided(object)]));
}

/** The same without what survives on purpose: kept objects, among them every Secret with something made up. */
async function replaceable(release: Release): Promise<ReadonlyMap<string, object>> {
  const objects = [...(await liveObjects(release))].filter(([, object]) => !isKept(object));
  return new Map(objects.map(([id, object]) => [id, decided(object)]));
}
