import { describe, expect, inject, test } from "vitest";
import type { PodSecurityLevel } from "../../ci/cluster/namespace.ts";
import { layeredPresets, type Preset, plainPresets, securityLevel } from "../charts/preset.ts";
import { helm, install, type Release, rollback, upgrade } from "./helm.ts";
import { decided, isKept, type LiveObject, liveObjects, releaseClaims } from "./live-objects.ts";
import { newRelease } from "./server.ts";

const server = inject("server");

describe("server-side apply", () => {
  test.concurrent.each(plainPresets)(
    "$chart $name to others and back, the last of which is rolled back",
    async (from) => {
      const targets = targetsOf(from);
      const release = await newRelease(server, from, "upgrade", levelFor([from, ...targets]));
      await install(release, from);
      let before: ReadonlyMap<string, unknown> = new Map();
      for (const to of targets) {
        await upgradeTo(release, from, to);
        before = decidedOf(await liveObjects(release), () => true);
        await upgradeTo(release, to, from);
      }
      await rollback(release);
      await releaseClaims(release);
      const after = await liveObjects(release);
      expect(decidedOf(after, (id) => before.has(id))).toEqual(before);
      expect([...after].filter(([id, object]) => !before.has(id) && !isKept(object))).toEqual([]);
      await helm(release, "helm4", "uninstall");
    },
  );
});

/** Half of the other presets of the chart, so that of each two one has the other, and what is layered on this one. */
function targetsOf(from: Preset): readonly Preset[] {
  const all = plainPresets.filter(({ chart }) => chart === from.chart);
  const own = all.indexOf(from);
  const others = all.filter((_, index) => index !== own && index > own === ((index + own) % 2 === 1));
  const layered = layeredPresets.filter(({ chart, name }) => chart === from.chart && name.startsWith(`${from.name} +`));
  return [...others, ...layered];
}

test("each preset is upgraded to each other one of its chart", () => {
  const pairs = plainPresets.flatMap((from) =>
    targetsOf(from).flatMap((to) => [`${from.name} to ${to.name}`, `${to.name} to ${from.name}`]),
  );
  for (const from of plainPresets)
    for (const to of plainPresets)
      if (from !== to && from.chart === to.chart) expect(pairs).toContain(`${from.name} to ${to.name}`);
});

async function upgradeTo(release: Release, from: Preset, to: Preset): Promise<void> {
  await upgrade(release, to);
  await releaseClaims(release);
  expect(await replaceable(release), `${from.name} to ${to.name}`).toEqual(await fresh(to));
}

const known = new Map<Preset, Promise<ReadonlyMap<string, unknown>>>();

/** What a preset amounts to when nothing was installed before it. */
function fresh(preset: Preset): Promise<ReadonlyMap<string, unknown>> {
  const objects = known.get(preset) ?? installedAfresh(preset);
  known.set(preset, objects);
  return objects;
}

async function installedAfresh(preset: Preset): Promise<ReadonlyMap<string, unknown>> {
  const release = await newRelease(server, preset, "fresh");
  await install(release, preset);
  return replaceable(release);
}

/** The level that all of them can be installed under. */
function levelFor(all: readonly Preset[]): PodSecurityLevel {
  return all.map(securityLevel).includes("privileged") ? "privileged" : "restricted";
}

/** What an upgrade replaces: all but kept objects, among them every Secret with something made up. */
async function replaceable(release: Release): Promise<ReadonlyMap<string, unknown>> {
  return decidedOf(await liveObjects(release), (_, object) => !isKept(object));
}

/** What the chart decides about some objects of the release. */
function decidedOf(
  objects: ReadonlyMap<string, LiveObject>,
  isWanted: (id: string, object: LiveObject) => boolean,
): ReadonlyMap<string, unknown> {
  const wanted = [...objects].filter(([id, object]) => isWanted(id, object));
  return new Map(wanted.map(([id, object]) => [id, decided(object)]));
}
