import { type Case, countOf } from "./case.ts";
import type { Result } from "./level.ts";

/** What `npm test` prints at its end: what went wrong, one table, and the sum as the last line. */
export function report(results: readonly Result[]): string {
  const all = results.flatMap(({ cases }) => cases);
  return [
    ...listed("Failed:", all, "failed"),
    ...listed("Skipped:", all, "skipped"),
    ...table(results),
    "",
    summary(all),
    "",
  ].join("\n");
}

function listed(title: string, all: readonly Case[], outcome: Case["outcome"]): readonly string[] {
  const lines = all.filter((each) => each.outcome === outcome).map(({ name, reason }) => `  ${name}: ${reason ?? ""}`);
  return lines.length === 0 ? [] : [title, ...lines, ""];
}

function table(results: readonly Result[]): readonly string[] {
  const head = ["level", "cases", "passed", "failed", "skipped", "seconds"];
  const rows = results.map(({ level, cases, seconds }) => [
    level,
    ...[cases.length, countOf(cases, "passed"), countOf(cases, "failed"), countOf(cases, "skipped"), seconds].map(
      String,
    ),
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  return [head, ...rows].map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  "),
  );
}

function summary(all: readonly Case[]): string {
  const skipped = countOf(all, "skipped");
  const base = `${countOf(all, "passed")} passed, ${countOf(all, "failed")} failed`;
  return skipped === 0 ? base : `${base}, ${skipped} skipped`;
}
