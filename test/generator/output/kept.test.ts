import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { projectFolder } from "../../../ci/paths.ts";
import { kept } from "../../../generator/output/kept.ts";

const file = join(projectFolder, "node_modules/.cache/generator/tests-kept.json");
afterEach(() => rmSync(file, { force: true }));

const made: string[] = [];
const keep = (from: string): string =>
  kept("tests/kept", from, () => {
    made.push(from);
    return `made of ${from}`;
  });

test("makes a thing once, again when it is made of something else, and again when the file is damaged", () => {
  expect([keep("a"), keep("a"), keep("b"), keep("b")]).toEqual(["made of a", "made of a", "made of b", "made of b"]);
  writeFileSync(file, '{"from":"b","ma');
  expect(keep("b")).toBe("made of b");
  expect(made).toEqual(["a", "b", "b"]);
});
