import { describe, expect, test } from "vitest";
import { parseCommandLine, UsageError } from "../../generator/command-line.ts";
import { nodeProblem } from "../../generator/node-version.ts";

const none = { check: false, quiet: false, debug: false, help: false };

describe("parseCommandLine", () => {
  test.each<[string[], object]>([
    [[], none],
    [["--check", "--quiet"], { ...none, check: true, quiet: true }],
    [["--chart", "foxctl", "--out=x"], { ...none, chart: "foxctl", out: "x" }],
    [["--help"], { ...none, help: true }],
  ])("%j", (words, want) => {
    expect(parseCommandLine(words)).toEqual(want);
  });

  test.each<[string[], string]>([
    [["--chek"], "Unknown option '--chek'; npm run gen -- --help lists the options"],
    [["--chart"], "Option '--chart <value>' argument missing; npm run gen -- --help lists the options"],
    [["--check=yes"], "Option '--check' does not take an argument; npm run gen -- --help lists the options"],
    [["x"], "Unexpected argument 'x'; npm run gen -- --help lists the options"],
  ])("refuses %j in one line", (words, message) => {
    expect(() => parseCommandLine(words)).toThrow(new UsageError(message));
  });
});

describe("nodeProblem", () => {
  test.each(["22.18.0", "22.20.1", "24.0.0"])("accepts %s", (version) => {
    expect(nodeProblem(version)).toBeUndefined();
  });

  test.each(["20.19.0", "22.17.9"])("refuses %s", (version) => {
    expect(nodeProblem(version)).toMatch(/^Node .* is too old; run it by `npm run gen`/);
  });
});
