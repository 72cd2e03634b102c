import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { recordOf } from "../../../generator/release/record.ts";
import { readRecord } from "../../../generator/release/record-file.ts";
import { demo } from "../demo/chart.ts";

const project = mkdtempSync(join(tmpdir(), "records-"));
mkdirSync(join(project, "released"));
afterAll(() => rmSync(project, { recursive: true }));

const whole = JSON.stringify(recordOf(demo));

test.each([
  ["an empty file", ""],
  ["a file that was cut off", whole.slice(0, -10)],
  ["nothing", "null"],
  ["a list", "[]"],
  ["half a record", '{"version":"0.1.0"}'],
])("%s is told to be damaged", (_, text) => {
  writeFileSync(join(project, "released/demo.json"), text);
  expect(() => readRecord(project, "demo")).toThrow(
    "released/demo.json is no record of a release, or damaged; `git restore released/demo.json` brings back",
  );
});

test("a record is read, and none where there is none", () => {
  writeFileSync(join(project, "released/demo.json"), whole);
  expect(readRecord(project, "demo")).toEqual(recordOf(demo));
  expect(readRecord(project, "nobody")).toBeUndefined();
});
