import { join } from "node:path";
import { execa } from "execa";
import { expect, test } from "vitest";
import { toolPath } from "../../../ci/tools/install.ts";
import { chartFolder, chartNames } from "../preset.ts";

/** Milliseconds. */
const most = 10;
/** Where that aim comes from, Helm 4 takes as many for the schema of Traefik's chart 41.3.0, and allocates as often. */
const traefik = { milliseconds: 8.3, allocations: 102_660 };

test.each(chartNames)("checking values of %s costs Helm little time, counted in allocations", async (chart) => {
  const { stdout } = await execa(await toolPath("schema-cost"), [join(chartFolder(chart), "values.schema.json")]);
  expect((Number(stdout) * traefik.milliseconds) / traefik.allocations).toBeLessThan(most);
});
