import { describe, expect, test } from "vitest";
import { charts } from "../../generator/charts/index.ts";
import type { Rule } from "../../generator/rules/rule.ts";
import { casesOf } from "./suite.ts";

describe.each(charts)("refusals of $metadata.name", ({ metadata, rules }) => {
  const patterns = patternsOf(metadata.name);
  const refusals = rules.flatMap(refusalsOf);

  test.each(refusals.map((refusal) => [refusal]))("%s", (refusal) => {
    const shown = patterns.some((pattern) => pattern.test(refusal));
    expect(shown, `no suite in test/unittest/${metadata.name} has an errorPattern that fits:\n${refusal}\n`).toBe(true);
  });
});

/** What Helm prints where a rule is broken. For the entries of a map, without their names, which only a suite knows. */
function refusalsOf({ change, message, fields }: Rule): readonly string[] {
  const escaped = message.replaceAll("'", "\\'");
  const path = change.path.join("/");
  return fields
    ? fields.map((field) => `at '/${path}/…': missing properties '${field}', '${escaped}'`)
    : [`at '/${path}': value must be '${escaped}'`];
}

/** Every errorPattern in the suites of a chart, with … for the names of entries. */
function patternsOf(chart: string): readonly RegExp[] {
  const refusals = casesOf(chart).flatMap(({ assertions }) =>
    assertions.filter(({ kind }) => kind === "failedTemplate"),
  );
  return refusals.map(
    ({ details }) =>
      new RegExp(String(details["errorPattern"]).replace(/^(at '\/.*\/)[^/']*': missing/, "$1…': missing")),
  );
}
