import { expect, test } from "vitest";
import type { Case } from "./case.ts";
import type { Level } from "./level.ts";
import { runLevel } from "./run-level.ts";

const skipped: Case = { name: "a", outcome: "skipped", reason: "no network" };

function level(...cases: readonly Case[]): Level {
  return { name: "demo", purpose: "to be run", tools: [], run: async () => cases };
}

test("a skipped case stays so where skips are allowed", async () => {
  expect((await runLevel(level(skipped), true)).cases).toEqual([skipped]);
});

test("it fails with its reason where they are not", async () => {
  expect((await runLevel(level(skipped), false)).cases).toEqual([
    { name: "a", outcome: "failed", reason: "skipped, which CI does not allow: no network" },
  ]);
});
