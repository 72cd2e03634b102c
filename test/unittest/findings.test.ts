import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checklist as arizuko } from "../../generator/charts/arizuko/checklist.ts";
import { checklist as foxctl } from "../../generator/charts/foxctl/checklist.ts";
import { node } from "../../generator/expressions/expression.ts";
import type { Check, Finding } from "../../generator/topology/checklist.ts";

/** What a line of the notes begins with, up to what only values tell. */
function beginningOf({ subject }: Check, { state, reason }: Finding): string {
  const tree = reason[node];
  const [first] = tree.op === "text" ? tree.parts : [tree];
  const known = first?.op === "literal" ? String(first.value) : "";
  return `${state} ${subject}: ${known}`.replaceAll(/\s+/g, " ").trim();
}

/** What the suite of a chart asks notes to have, as plain text. */
function askedOf(chart: string): readonly string[] {
  const suite = readFileSync(join(import.meta.dirname, chart, "notes_test.yaml"), "utf8");
  return [...suite.matchAll(/matchRegexRaw: \{ pattern: '((?:[^']|'')*)' \}/g)].map(([, pattern = ""]) =>
    pattern
      .replaceAll("''", "'")
      .replaceAll(/ ?\+|\\s\+/g, " ")
      .replaceAll(/\\(.)/g, "$1")
      .replaceAll(/\s+/g, " ")
      .trim(),
  );
}

describe.each(Object.entries({ foxctl, arizuko }))("the checklist of %s", (chart, { checks }) => {
  const asked = askedOf(chart);
  const findings = checks.flatMap((check) =>
    [...check.cases.map(([, finding]) => finding), check.otherwise].map((finding) => beginningOf(check, finding)),
  );

  test.each(findings)("%s", (beginning) => {
    const shown = asked.some((pattern) => pattern.startsWith(beginning) || beginning.startsWith(pattern));
    expect(shown, `no case in test/unittest/${chart}/notes_test.yaml asks for it`).toBe(true);
  });
});
