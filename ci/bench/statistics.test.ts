import { describe, expect, test } from "vitest";
import { exponent, median, minimum } from "./statistics.ts";

describe("statistics", () => {
  test("the median of an odd and of an even number of figures", () => {
    expect(median([3, 1, 10])).toBe(3);
    expect(median([4, 1, 10, 2])).toBe(3);
  });

  test("the minimum", () => expect(minimum([3, 1, 10])).toBe(1));

  test.each([
    ["linear", 1],
    ["quadratic", 2],
    ["constant", 0],
  ])("the exponent of %s growth", (_, power) => {
    const points = [10, 100, 1000].map((x) => [x, 7 * x ** power] as const);
    expect(exponent(points)).toBeCloseTo(power);
  });
});
