import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runHelmUnittest } from "./helm-unittest.ts";

let chartFolder = "";
beforeEach(async () => {
  chartFolder = await mkdtemp(join(tmpdir(), "chart-"));
  await mkdir(join(chartFolder, "templates"));
  await mkdir(join(chartFolder, "suites"));
  await writeFile(join(chartFolder, "Chart.yaml"), "apiVersion: v2\nname: demo\nversion: 0.1.0\n");
  await writeFile(join(chartFolder, "templates/one.yaml"), "apiVersion: v1\nkind: ConfigMap\n");
});
afterEach(() => rm(chartFolder, { recursive: true, force: true }));

const run = () => runHelmUnittest({ chartFolder, folder: join(chartFolder, "suites") });
const write = (name: string, text: string) => writeFile(join(chartFolder, "suites", name), text);

const suite = (kind: string) => `suite: some
templates: [one.yaml]
tests:
  - it: is a ${kind}
    asserts: [{ isKind: { of: ${kind} } }]
`;

const outcomes = async () => (await run()).map(({ name, outcome }) => [name.replace(/^.*\//, ""), outcome]);

test("the cases of every suite, by their files", async () => {
  await write("b_test.yaml", suite("ConfigMap"));
  await write("a_test.yaml", suite("Secret"));
  expect(await outcomes()).toEqual([
    ["a_test.yaml > is a Secret", "failed"],
    ["b_test.yaml > is a ConfigMap", "passed"],
  ]);
});

test.each([
  ["without tests", "suite: some\ntemplates: [one.yaml]\ntests: []\n"],
  ["that is no suite", "nonsense: true\n"],
  ["whose test asserts nothing", "templates: [one.yaml]\ntests: [{ it: does nothing, asserts: [] }]\n"],
])("a file %s has failed", async (_, text) => {
  await write("a_test.yaml", text);
  expect(await outcomes()).toEqual([["a_test.yaml", "failed"]]);
});

test("a folder without suites has failed", async () => {
  expect(await outcomes()).toEqual([["suites", "failed"]]);
});
