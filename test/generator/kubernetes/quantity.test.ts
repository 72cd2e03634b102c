import { describe, expect, test } from "vitest";
import { quantityPattern } from "../../../generator/kubernetes/quantity.ts";

describe("quantityPattern", () => {
  test.each([
    ["whole", "1", true],
    ["thousandths", "500m", true],
    ["binary suffix", "128Mi", true],
    ["fraction", "1.5Gi", true],
    ["no digit after the point", "1.G", true],
    ["no digit before the point", ".5", true],
    ["exponent", "1e3", true],
    ["exponent with a sign", "12E-6", true],
    ["exa", "1E", true],
    ["nano", "100n", true],
    ["sign", "-1", true],
    ["empty", "", false],
    ["suffix alone", "Mi", false],
    ["point alone", ".", false],
    ["unknown unit", "1MB", false],
    ["small k with i", "1ki", false],
    ["capital K without i", "1K", false],
    ["binary milli", "1mi", false],
    ["space", "1 Gi", false],
    ["two points", "1.5.2", false],
    ["word", "plenty", false],
    ["line break", "1\n", false],
    ["exponent without digits", "1e+", false],
  ])("%s: %j", (_, text, want) => {
    expect(new RegExp(quantityPattern).test(text)).toBe(want);
  });
});
