import { describe, expect, test } from "vitest";
import { UsageError } from "../../command-line/usage-error.ts";
import { chosenLevels } from "./command-line.ts";
import { levels } from "./levels.ts";

const names = (given: readonly string[], ...words: readonly string[]): readonly string[] =>
  chosenLevels(given, words).map(({ name }) => name);

describe("the levels of a run", () => {
  test("without words: every level", () => {
    expect(names([])).toEqual(levels.map(({ name }) => name));
  });

  test("in their own order, however they are asked for", () => {
    expect(names(["unit", "format"])).toEqual(["format", "unit"]);
    expect(names(["unit"], "format")).toEqual(["format", "unit"]);
  });

  test.each<[readonly string[], readonly string[]]>([
    [["units"], []],
    [[], ["unit"]],
  ])("refused: %j %j", (given, words) => {
    expect(() => names(given, ...words)).toThrow(UsageError);
  });
});
