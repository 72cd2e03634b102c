import { join } from "node:path";
import { execa } from "execa";
import { expect, test } from "vitest";
import { toolPath } from "../../../ci/tools/install.ts";
import { chartFolder, chartNames } from "../preset.ts";

/** How often Helm 4 allocates for the schema of Traefik's chart 41.3.0, which refuses a third of what is misspelt. */
const traefik = 102_660;

test.each(chartNames)("checking values of %s costs Helm little more than others' that promise less", async (chart) => {
  const { stdout } = await execa(await toolPath("schema-cost"), [join(chartFolder(chart), "values.schema.json")]);
  expect(Number(stdout) / traefik).toBeLessThan(1.2);
});
