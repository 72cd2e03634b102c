import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { projectFolder } from "../../ci/paths.ts";
import { helms, runHelm } from "./helm.ts";
import { chartNames, presetArguments, presets } from "./preset.ts";

test("the folders in charts/ are the charts of the model", () => {
  expect(readdirSync(join(projectFolder, "charts")).toSorted()).toEqual(chartNames.toSorted());
});

describe.each(helms)("%s lint --strict", (helm) => {
  test.each(presets)("$chart $name", async (preset) => {
    const { succeeded, stdout, stderr } = await runHelm(helm, "lint", "--strict", ...presetArguments(preset));
    expect(succeeded, `${stdout}${stderr}`).toBe(true);
    expect(stderr).toBe("");
    expect(stdout).not.toMatch(/WARNING|ERROR/);
  });
});
