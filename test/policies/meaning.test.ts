import { describe, expect, test } from "vitest";
import { presets } from "../charts/preset.ts";
import { allowed } from "./analyser.ts";
import { attempts } from "./attempts.ts";
import { textOf } from "./connection.ts";
import { isDeclared } from "./declared.ts";
import { policyRelease } from "./release.ts";

const releases = presets.map((preset) => ({ ...preset, release: policyRelease(preset) }));
const guarded = releases.filter(({ release }) => release.policies.length > 0);

describe("what network policies allow is what the model declares", () => {
  test.each(guarded)("$chart $name", async ({ release }) => {
    const tried = attempts(release);
    const declared = tried.filter((attempt) => isDeclared(release, attempt));
    const found = await allowed(release.policies, tried);
    expect(found.map(textOf).toSorted()).toEqual(declared.map(textOf).toSorted());
    expect(found.length).toBeLessThan(tried.length);
  });
});

test.each(releases)("$chart $name has policies unless its values switch them off", ({ release }) => {
  expect(release.values["networkPolicy"]).toMatchObject({ enabled: release.policies.length > 0 });
});
