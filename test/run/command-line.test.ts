import { describe, expect, test } from "vitest";
import { parseCommandLine, UsageError, usage } from "./command-line.ts";
import { levels } from "./levels.ts";

const names = (words: readonly string[]): readonly string[] => parseCommandLine(words).levels.map(({ name }) => name);

describe("the command line of the tests", () => {
  test("without words: every level", () => {
    expect(names([])).toEqual(levels.map(({ name }) => name));
  });

  test("levels in their own order, however they are asked for", () => {
    expect(names(["--level", "unit", "--level", "format"])).toEqual(["format", "unit"]);
    expect(names(["--level", "unit", "format"])).toEqual(["format", "unit"]);
  });

  test.each([["--level", "units"], ["--levels", "unit"], ["unit"], ["--level"]])("refused: %s %s", (...words) => {
    expect(() => names(words)).toThrow(UsageError);
  });

  test("the help names every level", () => {
    for (const { name } of levels) expect(usage).toContain(name);
  });
});
