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

test("what the machine lacks is a failure, and nothing is run", async () => {
  const lacking = async (): Promise<void> => {
    throw new Error("Run: apt-get install runc");
  };
  expect((await runLevel({ ...level(skipped), requirements: lacking }, true)).cases).toEqual([
    { name: "all of level demo", outcome: "failed", reason: "Run: apt-get install runc" },
  ]);
});
