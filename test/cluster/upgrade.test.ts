import { describe, expect, inject, test } from "vitest";
import type { PodSecurityLevel } from "../../ci/cluster/namespace.ts";
import { layeredPresets, type Preset, plainPresets, securityLevel } from "../charts/preset.ts";
import { helm, install, type Release, rollback, upgrade } from "./helm.ts";
import { decided, isKept, type LiveObject, liveObjects, releaseClaims } from "./live-objects.ts";
import { newRelease } from "./server.ts";

const server = inject("server");

describe("server-side apply", () => {
  test.concurrent.each(plainPresets)("$chart $name to each other preset, and rolled back", async (from) => {
    const release = await newRelease(server, from, "upgrade", levelFor([from, ...targetsOf(from)]));
    await install(release, from);
    const before = decidedOf(await liveObjects(release), () => true);
    for (const to of targetsOf(from)) {
      await upgrade(release, to);
      await releaseClaims(release);
      expect(await replaceable(release), `${from.name} to ${to.name}`).toEqual(await fresh(to));
      await rollback(release);
      await releaseClaims(release);
      const after = await liveObjects(release);
      expect(
        decidedOf(after, (id) => before.has(id)),
        `${from.name} to ${to.name} and back`,
      ).toEqual(before);
      const left = [...after].filter(([id, object]) => !before.has(id) && !isKept(object));
      expect(left, `${from.name} to ${to.name} and back`).toEqual([]);
    }
    await helm(release, "helm4", "uninstall");
  });
});

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

function targetsOf(from: Preset): readonly Preset[] {
  const layered = layeredPresets.filter(({ chart, name }) => chart === from.chart && name.startsWith(`${from.name} +`));
  return [...plainPresets.filter((preset) => preset !== from && preset.chart === from.chart), ...layered];
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
