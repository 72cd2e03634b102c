import { expect, test } from "vitest";
import { floatText, integerText } from "../../../generator/expressions/go-number.ts";

// What Go's fmt.Sprint prints.
test.each([
  [0, "0"],
  [-1, "-1"],
  [0.05, "0.05"],
  [999_999, "999999"],
  [1_000_000, "1e+06"],
  [1_048_576, "1.048576e+06"],
  [12_345_678.9, "1.23456789e+07"],
  [1e21, "1e+21"],
  [0.0001, "0.0001"],
  [0.00001, "1e-05"],
  [-1.5e-7, "-1.5e-07"],
])("the float %d is %s", (value, wanted) => {
  expect(floatText(value)).toBe(wanted);
});

test.each([
  [1_048_576, "1048576"],
  [2 ** 60, "1152921504606846976"],
])("the integer %d is %s", (value, wanted) => {
  expect(integerText(value)).toBe(wanted);
});
