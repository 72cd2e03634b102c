import { expect, test } from "vitest";
import { releaseProblems } from "../../../generator/release/problems.ts";
import { type ReleaseRecord, recordOf } from "../../../generator/release/record.ts";
import type { Releases } from "../../../generator/topology/release.ts";
import { demo } from "../demo/chart.ts";

const changes = [{ kind: "changed", description: "Something." }] as const;
const released = recordOf(demo);

/** The demo with other versions, the newest first. */
function demoWith(...versions: readonly [string, ...string[]]): typeof demo {
  const [version, ...earlier] = versions;
  const releases: Releases = [{ version, changes }, ...earlier.map((each) => ({ version: each, changes }))];
  return { ...demo, metadata: { ...demo.metadata, version }, releases };
}

const [object] = released.objects;
if (object === undefined) throw new Error("the demo makes no object");

/** What the last release may have looked like, for the demo of today to differ from it. */
const before: Readonly<Record<string, Partial<ReleaseRecord>>> = {
  nothing: {},
  templates: { content: "other" },
  "a default": { defaults: { server: { mode: "other" } } },
  "a new rule": { rules: [] },
  "a rule less": { rules: [...released.rules, "server.path where false"] },
  "a new object": { objects: released.objects.slice(1) },
  "an object less": { objects: [...released.objects, { object: "Service demo-old" }] },
  "another selector": { objects: [{ ...object, selector: { other: "x" } }, ...released.objects.slice(1)] },
};

const cases: [keyof typeof before, { readonly refused: string; readonly accepted: string }][] = [
  ["templates", { refused: "0.1.0", accepted: "0.1.1" }],
  ["a default", { refused: "0.1.1", accepted: "0.2.0" }],
  ["a new rule", { refused: "0.2.0", accepted: "1.0.0" }],
  ["a rule less", { refused: "0.1.9", accepted: "0.2.0" }],
  ["a new object", { refused: "0.1.1", accepted: "0.2.0-rc.1" }],
  ["an object less", { refused: "0.9.0", accepted: "1.0.0-rc.1" }],
  ["another selector", { refused: "0.2.0", accepted: "1.0.0" }],
];

test.each(cases)("%s: too small a step is refused, and why", async (name, { refused, accepted }) => {
  const last = { ...released, ...before[name] };
  const problems = await releaseProblems(demoWith(refused), last);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(/^generator\/charts\/demo\/changes\.ts: demo's version .* must be [0-9.]+ at least, a /);
  expect(problems[0]?.split("\n").length).toBeGreaterThan(1);
  expect(await releaseProblems(demoWith(accepted), last)).toEqual([]);
});

test("what has not changed may keep its version or get any higher one", async () => {
  for (const version of ["0.1.0", "0.1.1", "3.0.0"])
    expect(await releaseProblems(demoWith(version), released)).toEqual([]);
});

test("a version older than the released one is refused", async () => {
  expect(await releaseProblems(demoWith("0.0.9"), released)).toEqual([
    "generator/charts/demo/changes.ts: demo's version 0.0.9 is older than the released 0.1.0",
  ]);
});

const disorders: [readonly [string, ...string[]], RegExp][] = [
  [["1.0"], /"1\.0" is no semantic version/],
  [["v0.1.0"], /"v0\.1\.0" is no semantic version/],
  [["0.1.0", "0.2.0"], /0\.2\.0 stands below an older version/],
  [["0.1.0", "0.1.0"], /0\.1\.0 stands below an older version, or twice/],
];

test.each(disorders)("versions %s are refused", async (versions, problem) => {
  expect((await releaseProblems(demoWith(...versions), undefined)).join("\n")).toMatch(problem);
});

test("a day that is none is refused", async () => {
  const [latest] = demo.releases;
  expect(await releaseProblems({ ...demo, releases: [{ ...latest, date: "2026-13-01" }] }, undefined)).toEqual([
    "generator/charts/demo/changes.ts: 2026-13-01 is no day, such as 2026-12-31",
  ]);
});

test("a record says nothing but JSON, so that it can be read again", () => {
  expect(JSON.parse(JSON.stringify(released))).toEqual(released);
});
