import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { problemsOf, selectedCharts } from "../../../ci/release/selected-charts.ts";
import { chartFiles } from "../../../generator/output/chart-files.ts";
import { recordOf } from "../../../generator/release/record.ts";
import { demo } from "../../generator/demo/chart.ts";

/** A project in which the demo is generated. */
async function project(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "project-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [path, content] of [
    ...chartFiles(demo),
    ["released/demo.json", JSON.stringify(recordOf(demo))] as const,
  ]) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

test("a chart may be released as it was generated", async () => {
  expect(await problemsOf(demo, await project())).toEqual([]);
  expect((await selectedCharts(["foxctl"])).map(({ metadata }) => metadata.name)).toEqual(["foxctl"]);
});

test("a chart that was not generated again is not released", async () => {
  const folder = await project();
  await writeFile(join(folder, "charts/demo/values.yaml"), "other: 1\n");
  expect(await problemsOf(demo, folder)).toEqual([
    "charts/demo/values.yaml is not as the model has it; run `npm run gen`, and commit what it writes",
  ]);
});

test("a version that is too small a step is not released", async () => {
  const folder = await project();
  await writeFile(join(folder, "released/demo.json"), JSON.stringify({ ...recordOf(demo), rules: [] }));
  expect((await problemsOf(demo, folder)).join()).toContain("version 0.1.0 must be 1.0.0 at least");
});
