import { describe, expect, test } from "vitest";
import { UsageError } from "../../command-line/usage-error.ts";
import { chosenParts, roundsFrom } from "./chosen.ts";

describe("what is measured", () => {
  const names = (...words: readonly string[]) => chosenParts(words).map(({ name }) => name);

  test("without names: what takes minutes", () => {
    expect(names()).toEqual(["generate", "growth", "render", "evaluator", "installation"]);
  });

  test("with names: those, in their own order", () => {
    expect(names("levels", "growth")).toEqual(["growth", "levels"]);
  });

  test("an unknown name is refused", () => {
    expect(() => names("grwoth")).toThrow(UsageError);
    expect(() => names("grwoth")).toThrow('there is no part "grwoth"; there is generate, ');
  });

  test("rounds are left to each part, or a whole number", () => {
    expect(roundsFrom(undefined)).toBeUndefined();
    expect(roundsFrom("3")).toBe(3);
    for (const text of ["some", "0", "1.5"]) expect(() => roundsFrom(text)).toThrow(UsageError);
  });
});
