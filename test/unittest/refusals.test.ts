import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { charts } from "../../generator/charts/index.ts";
import type { Rule } from "../../generator/rules/rule.ts";

describe.each(charts)("refusals of $metadata.name", ({ metadata, rules }) => {
  const patterns = patternsOf(metadata.name);

  test.each(rules.map((rule) => [lastOf(rule), rule.message, rule] as const))("%s: %s", (_, __, rule) => {
    const refusal = refusalOf(rule);
    const shown = patterns.some((pattern) => pattern.test(refusal));
    expect(shown, `no suite in test/unittest/${metadata.name} has an errorPattern that fits:\n${refusal}\n`).toBe(true);
  });
});

/** What Helm prints where a rule is broken. For an entry of a map, without its name, which only a suite knows. */
function refusalOf({ change, message, entriesOf }: Rule): string {
  const escaped = message.replaceAll("'", "\\'");
  return entriesOf === undefined
    ? `at '/${change.path.join("/")}': value must be '${escaped}'`
    : `missing property '${change.path.join("/")}: ${escaped}'`;
}

function lastOf({ change }: Rule): string {
  return change.path.at(-1) ?? "";
}

/** Every errorPattern in the suites of a chart, without the names of entries. */
function patternsOf(chart: string): readonly RegExp[] {
  const folder = join(import.meta.dirname, chart);
  const files = readdirSync(folder).filter((file) => file.endsWith("_test.yaml"));
  return files.flatMap((file) =>
    parseAllDocuments(readFileSync(join(folder, file), "utf8")).flatMap((document) => [...patternsIn(document.toJS())]),
  );
}

function* patternsIn(value: unknown): Generator<RegExp> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    if (key === "errorPattern") yield new RegExp(String(child).replace(/^at '\/[^']*': missing/, "missing"));
    else yield* patternsIn(child);
  }
}
