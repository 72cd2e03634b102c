import { expect, test } from "vitest";
import type { Case } from "./case.ts";
import type { Result } from "./level.ts";
import { report } from "./report.ts";

const passed: Case = { name: "fine", outcome: "passed" };
const failed: Case = { name: "broken", outcome: "failed", reason: "it is" };
const skipped: Case = { name: "left out", outcome: "skipped", reason: "no Go" };

const level = (name: string, ...cases: readonly Case[]): Result => ({ level: name, cases, seconds: 12 });

test("one table, and the sum as the last line", () => {
  expect(report([level("types", passed), level("unit", passed, passed)])).toBe(
    [
      "level  cases  passed  failed  skipped  seconds",
      "types      1       1       0        0       12",
      "unit       2       2       0        0       12",
      "",
      "3 passed, 0 failed",
      "",
    ].join("\n"),
  );
});

test("failures and skips are named with their reasons", () => {
  const text = report([level("unit", passed, failed, skipped)]);
  expect(text).toContain("Failed:\n  broken: it is\n");
  expect(text).toContain("Skipped:\n  left out: no Go\n");
  expect(text.trimEnd().split("\n").at(-1)).toBe("1 passed, 1 failed, 1 skipped");
});
