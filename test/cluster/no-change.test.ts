import { describe, expect, inject, test } from "vitest";
import { plainPresets } from "../charts/preset.ts";
import { helm, install, type Release, upgrade } from "./helm.ts";
import { decided, isKept, liveObjects } from "./live-objects.ts";
import { newRelease } from "./server.ts";

const server = inject("server");

describe.each(plainPresets)("$chart $name", (preset) => {
  test("an upgrade without a change rolls no pod; made-up secrets stay, and outlive the release", async () => {
    const release = await newRelease(server, preset, "same");
    await install(release, preset);
    const [before, made] = [await versions(release), await secrets(release)];
    await upgrade(release, preset);
    expect(await versions(release)).toEqual(before);
    await helm(release, "helm4", "uninstall");
    expect(await secrets(release)).toEqual(made.filter(({ kept }) => kept));
    await install(release, preset);
    expect(await secrets(release)).toEqual(made);
  });

  test("Helm 4 takes over what Helm 3 installed, by either way of applying", async () => {
    const release = await newRelease(server, preset, "three");
    await install(release, preset, "helm3");
    const before = await contents(release);
    await upgrade(release, preset);
    expect(await contents(release)).toEqual(before);
    // Fields belong to Helm 3 until then.
    await upgrade(release, preset, "--server-side=true", "--force-conflicts");
    expect(await contents(release)).toEqual(before);
  });
});

/** The generation goes up with every change of a spec. */
async function versions(release: Release): Promise<ReadonlyMap<string, unknown>> {
  const objects = [...(await liveObjects(release))];
  return new Map(
    objects.map(
      ([
        id,
        {
          metadata: { uid, generation },
          ...object
        },
      ]) => [id, { uid, generation, ...object }],
    ),
  );
}

async function contents(release: Release): Promise<ReadonlyMap<string, unknown>> {
  return new Map([...(await liveObjects(release))].map(([id, object]) => [id, decided(object)]));
}

async function secrets(release: Release): Promise<readonly { name: string; kept: boolean; data: unknown }[]> {
  return [...(await liveObjects(release)).values()]
    .filter(({ kind }) => kind === "Secret")
    .map((secret) => ({ name: secret.metadata.name, kept: isKept(secret), data: secret["data"] }));
}
