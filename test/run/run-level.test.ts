import { expect, test } from "vitest";
import type { Case } from "./case.ts";
import type { Level } from "./level.ts";
import { startLevel } from "./run-level.ts";

const skipped: Case = { name: "a", outcome: "skipped", reason: "no network" };

function level(...cases: readonly Case[]): Level {
  return { name: "demo", purpose: "to be run", tools: [], run: async () => cases };
}

const casesOf = async (given: Level, maySkip: boolean) => {
  const { result } = await startLevel(given, maySkip, "inherit");
  return (await result).cases;
};

test("a skipped case stays so where skips are allowed", async () => {
  expect(await casesOf(level(skipped), true)).toEqual([skipped]);
});

test("it fails with its reason where they are not", async () => {
  expect(await casesOf(level(skipped), false)).toEqual([
    { name: "a", outcome: "failed", reason: "skipped, which CI does not allow: no network" },
  ]);
});

test("what the machine lacks is a failure, and nothing is run", async () => {
  const lacking = async (): Promise<void> => {
    throw new Error("Run: apt-get install runc");
  };
  expect(await casesOf({ ...level(skipped), requirements: lacking }, true)).toEqual([
    { name: "all of level demo", outcome: "failed", reason: "Run: apt-get install runc" },
  ]);
});

test("a level that breaks off has failed", async () => {
  const breaking = async (): Promise<never> => {
    throw new Error("no space left");
  };
  expect(await casesOf({ ...level(), run: breaking }, true)).toEqual([
    { name: "all of level demo", outcome: "failed", reason: "no space left" },
  ]);
});

test("what cannot be made ready is a reason to skip it", async () => {
  const unreachable = async (): Promise<never> => {
    throw new Error("no registry");
  };
  expect(await casesOf({ ...level(), prepare: unreachable }, true)).toEqual([
    { name: "all of level demo", outcome: "skipped", reason: "no registry" },
  ]);
});
