import { expect, inject, test } from "vitest";
import { kubectl } from "../../ci/cluster/kubectl.ts";
import { layeredPresets, type Preset, plainPresets, securityLevel } from "../charts/preset.ts";
import { expectPodsAdmitted } from "./admission.ts";
import { helm, install, type Release, rollback, upgrade } from "./helm.ts";
import { decided, isKept, type LiveObject, liveObjects, releaseClaims, secretsOf } from "./live-objects.ts";
import { newRelease } from "./server.ts";

const server = inject("server");

test.concurrent.each(plainPresets)("$chart $name", async (preset) => {
  const { release, objects } = await installed(preset);

  await upgrade(release, preset);
  expect(versionsOf(await liveObjects(release)), "an upgrade without a change changes nothing").toEqual(
    versionsOf(objects),
  );

  const targets = targetsOf(preset);
  await allow(release, [preset, ...targets]);
  let before: ReadonlyMap<string, LiveObject> = new Map();
  for (const target of targets) {
    before = await expectUpgrade(release, preset, target);
    await expectUpgrade(release, target, preset);
  }
  await rollback(release);
  await releaseClaims(release);
  const after = await liveObjects(release);
  const wereThere = ([id]: readonly [string, LiveObject]): boolean => before.has(id);
  expect(decidedOf([...after].filter(wereThere)), "a rollback makes what was there").toEqual(decidedOf([...before]));
  expect(replaceable([...after].filter((entry) => !wereThere(entry))), "a rollback leaves nothing else").toEqual(
    new Map(),
  );

  await helm(release, "helm4", "uninstall");
  const left = await liveObjects(release);
  expect(replaceable([...left]), "an uninstall leaves what is kept").toEqual(new Map());
  // Other presets may have added keys to them.
  const made = secretsOf(objects).map(({ data, ...secret }) => ({ ...secret, data: expect.objectContaining(data) }));
  expect(secretsOf(left)).toEqual(expect.arrayContaining(made.filter(({ kept }) => kept)));
  await install(release, preset);
  expect(secretsOf(await liveObjects(release)), "kept secrets are used again").toEqual(expect.arrayContaining(made));
});

test("each preset is upgraded to each other one of its chart", () => {
  const pairs = plainPresets.flatMap((from) =>
    targetsOf(from).flatMap((to) => [`${from.name} to ${to.name}`, `${to.name} to ${from.name}`]),
  );
  for (const from of plainPresets)
    for (const to of plainPresets)
      if (from !== to && from.chart === to.chart) expect(pairs).toContain(`${from.name} to ${to.name}`);
});

/** A release to which nothing has happened yet. */
interface Installed {
  readonly release: Release;
  readonly objects: ReadonlyMap<string, LiveObject>;
}

const known = new Map<Preset, Promise<Installed>>();

/** Each preset is installed once, by the test that first has to do with it. Its pods are admitted. */
function installed(preset: Preset): Promise<Installed> {
  const release = known.get(preset) ?? installedAnew(preset);
  known.set(preset, release);
  return release;
}

async function installedAnew(preset: Preset): Promise<Installed> {
  const release = await newRelease(server, preset, "life");
  await expectPodsAdmitted(release, await install(release, preset));
  return { release, objects: await liveObjects(release) };
}

/** Half of the other presets of the chart, so that of each two one has the other, and what is layered on this one. */
function targetsOf(from: Preset): readonly Preset[] {
  const all = plainPresets.filter(({ chart }) => chart === from.chart);
  const own = all.indexOf(from);
  const others = all.filter((_, index) => index !== own && index > own === ((index + own) % 2 === 1));
  const layered = layeredPresets.filter(({ chart, name }) => chart === from.chart && name.startsWith(`${from.name} +`));
  return [...others, ...layered];
}

/** Lets a namespace have the pods of all of these. */
async function allow({ namespace }: Release, all: readonly Preset[]): Promise<void> {
  if (!all.map(securityLevel).includes("privileged")) return;
  const labels = ["enforce", "warn"].map((mode) => `pod-security.kubernetes.io/${mode}=privileged`);
  await kubectl(server, ["label", "namespace", namespace, "--overwrite", ...labels]);
}

/** An upgrade makes what an install makes, of all that it replaces. Returns all that is there then. */
async function expectUpgrade(release: Release, from: Preset, to: Preset): Promise<ReadonlyMap<string, LiveObject>> {
  await upgrade(release, to);
  await releaseClaims(release);
  const after = await liveObjects(release);
  const { objects } = await installed(to);
  expect(replaceable([...after]), `${from.name} to ${to.name}`).toEqual(replaceable([...objects]));
  return after;
}

/** The generation goes up with every change of a spec. */
function versionsOf(objects: ReadonlyMap<string, LiveObject>): ReadonlyMap<string, unknown> {
  return new Map(
    [...objects].map(([id, { metadata, ...object }]) => {
      const { uid, generation } = metadata;
      return [id, { uid, generation, ...object }];
    }),
  );
}

/** All but kept objects, among which is every Secret with something made up. */
function replaceable(objects: readonly (readonly [string, LiveObject])[]): ReadonlyMap<string, unknown> {
  return decidedOf(objects.filter(([, object]) => !isKept(object)));
}

/** What the chart decides about objects, by their ids. */
function decidedOf(objects: readonly (readonly [string, LiveObject])[]): ReadonlyMap<string, unknown> {
  return new Map(objects.map(([id, object]) => [id, decided(object)]));
}
