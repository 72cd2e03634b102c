import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { type Identity, identitiesOf } from "../../generator/release/identity.ts";
import { installerOf, objectsOf } from "./helm-engines.ts";
import { chartNames, presets } from "./preset.ts";

const install = installerOf("helm4");

const advice = `An upgrade would delete what is missing here and make what is new, with other data and other addresses; and Kubernetes
lets no selector of a Deployment change. What is new and in nobody's place may be added to the table. Anything else needs
a new major version of the chart, and a word in its README on how to get there.`;

test.each(chartNames)("kinds, names and selectors of %s are those of its major version", async (chart) => {
  const installed = await Promise.all(
    presets.filter((preset) => preset.chart === chart).map((preset) => install(preset)),
  );
  const found = identitiesOf(installed.flatMap(objectsOf));
  const file = join(import.meta.dirname, "identity", `${chart}.yaml`);
  const pinned: readonly Identity[] = parse(readFileSync(file, "utf8"));
  const problem = `${chart} has other kinds, names or selectors than ${file}: that needs a new major version.`;
  expect(
    found,
    `${problem}
${advice}
The table is now:

${stringify(found)}
`,
  ).toEqual(pinned);
});
