import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { projectFolder } from "../../ci/paths.ts";
import { goVersion } from "../../ci/tools/catalogue.ts";
import { toolPath } from "../../ci/tools/install.ts";
import { chartFolder, chartNames } from "../charts/preset.ts";
import { run } from "./workshop.ts";

const folder = join(projectFolder, ".github", "workflows");
const workflows = readdirSync(folder).map((name) => join(folder, name));

test.each(chartNames)("Artifact Hub finds nothing wrong with %s", async (chart) => {
  const words = ["lint", "--kind", "helm", "--path", chartFolder(chart)];
  const { succeeded, output } = await run(await toolPath("ah"), words, {});
  expect(succeeded, output).toBe(true);
  expect(output).toContain("1 package(s) found, 0 package(s) with errors");
  // What it cannot read, it says nothing of.
  for (const field of ["License", "Changes", "Links", "Containers images"]) expect(output).toContain(`✓ ${field}`);
});

test("actionlint finds nothing wrong with the workflows", async () => {
  const { succeeded, output } = await run(await toolPath("actionlint"), workflows, {});
  expect(succeeded, output).toBe(true);
});

test.each(workflows)("%s pins actions by digest, grants nothing by default, and builds with the pinned Go", (file) => {
  const text = readFileSync(file, "utf8");
  const actions = [...text.matchAll(/uses: (.+)$/gm)].map(([, action]) => action);
  expect(actions.length).toBeGreaterThan(0);
  for (const action of actions) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  const { permissions } = parse(text);
  expect(Object.values(permissions).filter((access) => access !== "read")).toEqual([]);
  for (const [, version] of text.matchAll(/go-version: (.+)$/gm)) expect(version).toBe(goVersion);
});
