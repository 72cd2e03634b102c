import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, expect, test } from "vitest";
import { projectFolder } from "../../ci/paths.ts";
import { casesFileVariable } from "./case-reporter.ts";
import { readCases } from "./vitest.ts";

// Within the project, so that vitest is found from there.
const folder = mkdtempSync(join(projectFolder, "test/run/.cases-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tests = `
import { beforeAll, describe, expect, test } from "vitest";
test("passes", () => {});
test("fails", () => expect(1).toBe(2));
test("is skipped with a reason", ({ skip }) => skip("no network"));
test.skip("is skipped without one", () => {});
describe("a suite", () => {
  beforeAll(() => { throw new Error("no server"); });
  test("cannot run", () => {});
});
`;

test("every case is reported, and what did not run for no given reason has failed", async () => {
  writeFileSync(join(folder, "some.test.ts"), tests);
  const file = join(folder, "cases.json");
  const reporter = join(projectFolder, "test/run/case-reporter.ts");
  const words = ["run", "--root", folder, `--reporter=${reporter}`];
  const env = { [casesFileVariable]: file };
  await execa("vitest", words, { cwd: folder, preferLocal: true, localDir: projectFolder, env, reject: false });
  const cases = (await readCases(file)).map(({ name, outcome, reason }) => [name, outcome, reason]);
  expect(cases).toEqual([
    ["some.test.ts (outside of its tests)", "failed", "no server"],
    ["some.test.ts > passes", "passed", undefined],
    ["some.test.ts > fails", "failed", expect.stringContaining("expected 1 to be 2")],
    ["some.test.ts > is skipped with a reason", "skipped", "no network"],
    ["some.test.ts > is skipped without one", "failed", expect.stringContaining("did not run")],
    ["some.test.ts > a suite > cannot run", "failed", expect.stringContaining("did not run")],
  ]);
}, 60_000);
