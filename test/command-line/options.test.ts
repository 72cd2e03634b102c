import { describe, expect, test } from "vitest";
import { nodeProblem } from "../../command-line/node-version.ts";
import { optionLines, parseOptions } from "../../command-line/options.ts";
import { usageOf } from "../../command-line/program.ts";
import { UsageError } from "../../command-line/usage-error.ts";

const options = {
  check: { type: "boolean", description: "look only" },
  out: { type: "string", argument: "DIR", description: "where to" },
  level: { type: "string", argument: "NAME", description: "which", multiple: true },
} as const;

const none = { check: false, out: undefined, level: [] };

describe("options", () => {
  test.each<[string[], object, string[]]>([
    [[], none, []],
    [["--check", "--out=x"], { ...none, check: true, out: "x" }, []],
    [["--level", "a", "b", "--level", "c"], { ...none, level: ["a", "c"] }, ["b"]],
    [["--", "--check"], none, ["--check"]],
  ])("%j", (words, given, operands) => {
    expect(parseOptions(options, words)).toEqual({ given, words: operands });
  });

  test.each<[string[], string]>([
    [["--chek"], "Unknown option '--chek'"],
    [["--out"], "Option '--out <value>' argument missing"],
    [["--out", "--check"], "Option '--out' argument missing"],
    [["--check=yes"], "Option '--check' does not take an argument"],
  ])("refuses %j in one line", (words, message) => {
    expect(() => parseOptions(options, words)).toThrow(new UsageError(message));
  });

  test("have a line each in the help, after what the program is told besides", () => {
    expect(optionLines(options)).toEqual([
      "  --check        look only",
      "  --out DIR      where to",
      "  --level NAME…  which",
    ]);
    const usage = usageOf({ command: "npm run demo", operands: "FILE", description: "\nShows.", options });
    expect(usage).toMatch(/^Usage: npm run demo -- FILE \[OPTION…\]\n\nShows\.\n\n {2}--check {2,}look only\n/);
    expect(usage).toMatch(/--debug .*\n {2}--help .*\n$/);
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
