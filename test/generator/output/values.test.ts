import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { valuesYaml } from "../../../generator/output/values.ts";
import { defaultOf } from "../../../generator/values/defaults.ts";
import { demo } from "../demo/chart.ts";

const text = valuesYaml(demo);

describe("valuesYaml", () => {
  test("holds the defaults, for readers of YAML 1.1 and 1.2 alike", () => {
    expect(parse(text)).toEqual(defaultOf(demo.values));
    expect(parse(text, { version: "1.1" })).toEqual(defaultOf(demo.values));
  });

  test.each<[string, string]>([
    ["the schema for editors", "# yaml-language-server: $schema=values.schema.json\n"],
    ["a description", "  # How many pods run.\n"],
    ["a group's description after a blank line", "\n\n# The server.\nserver:\n  # How many"],
    ["options", "  # One of: on, http, exec.\n  mode: http\n"],
    ["an example", '  # Example: demo.example.com\n  address: ""\n'],
    ["an example that is no scalar", '  # Example:\n  #   env:\n  #     DEBUG:\n  #       value: "1"\n  env: {}\n'],
    ["words that YAML 1.1 reads otherwise in quotes", '    - core\n    - "no"\n'],
    [
      "a long description wrapped",
      "# Leaves user and group ids to the platform, as OpenShift's restricted-v2 security context\n# constr",
    ],
  ])("shows %s", (_, want) => {
    expect(text).toContain(want);
  });

  test("has no wide line and no space at the end of one", () => {
    for (const line of text.split("\n")) expect(line).toMatch(/^(.{0,99}\S)?$/);
  });
});
