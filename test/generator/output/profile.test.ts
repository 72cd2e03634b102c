import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { ciDefaultsYaml, ciValuesYaml, installCommand, profileYaml } from "../../../generator/output/profile.ts";
import { demo, demoProfile } from "../demo/chart.ts";

const layer = { ...demoProfile, name: "demo-layer", layer: true, remarks: ["It is slow."], prerequisites: [] };

describe("profileYaml", () => {
  test("tells what the profile is for, what it needs and how it is installed, then the values", () => {
    expect(profileYaml(demo, demoProfile)).toBe(`# yaml-language-server: $schema=../charts/demo/editor.schema.json
# More of everything.
#
# What must exist first:
# - A Secret named \`x\`.
#
# To install:
#   helm install demo charts/demo -f values/demo-large.yaml
#
# Produced from generator/charts/demo by \`npm run gen\`; edit that instead.

# The server.
server:
  replicas: 3
  mode: "on"

# Labels for every object of the release.
commonLabels:
  team: "yes"
`);
  });

  test("tells of a layer what it goes on top of", () => {
    expect(installCommand(demo, layer)).toBe(
      "helm install demo charts/demo -f values/demo-large.yaml -f values/demo-layer.yaml",
    );
    expect(profileYaml(demo, layer)).toContain("# Good to know:\n# - It is slow.\n");
  });
});

describe("ci", () => {
  test("has the same values, and on top those for the test", () => {
    expect(parse(ciValuesYaml(demo, { ...demoProfile, ci: {} }))).toEqual(demoProfile.values);
    expect(parse(ciValuesYaml(demo, demoProfile))).toEqual({
      ...demoProfile.values,
      server: { mode: "on", replicas: 1 },
    });
  });

  test("says why the profile is not run", () => {
    const yaml = ciValuesYaml(demo, { ...demoProfile, ci: { lacks: "an operator" } });
    expect(yaml).toContain("\n# Linted and applied, but not run: no test cluster has an operator.\n");
  });

  test("has the defaults as an empty file", () => {
    expect(parse(ciDefaultsYaml(demo))).toEqual({});
  });
});
