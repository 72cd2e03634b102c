import { always, type Condition } from "../expressions/condition.ts";
import type { Expression } from "../expressions/expression.ts";
import type { Binding } from "../expressions/node.ts";
import { string } from "../expressions/text.ts";
import { type Width, wrapped } from "../expressions/wrap.ts";
import type { Hole } from "../template/hole.ts";
import { textBlock } from "../template/text-block.ts";
import { when } from "../template/when.ts";
import type { Note } from "./chart.ts";

/** What has to be right before people rely on a release, and what the release's values say to it. */
export interface Checklist {
  /** What several checks refer to. */
  readonly bindings: readonly Binding[];
  readonly checks: readonly Check[];
}

/** One thing to be right: the first case whose condition holds tells, otherwise the last word does. */
export interface Check {
  readonly subject: string;
  readonly cases: readonly Case[];
  readonly otherwise: Finding;
}

export type Case = readonly [when: Condition, finding: Finding];

/** What is found, and why. */
export interface Finding {
  readonly state: State;
  readonly reason: Expression<string>;
}

/** `n/a` is what the release has no use for. */
export type State = "ok" | "attention" | "n/a";

const finding =
  (state: State) =>
  (...text: Parameters<typeof string>): Finding => ({ state, reason: string(...text) });

/** Findings are written as text with holes: ``attention`lost with the pod` ``. */
export const ok = finding("ok");
export const attention = finding("attention");
export const notApplicable = finding("n/a");

/** One thing to be right. */
export function check(subject: string, cases: readonly Case[], otherwise: Finding): Check {
  return { subject, cases, otherwise };
}

const stateWidth = "attention".length;
const indent = " ".repeat(2 + stateWidth + 2);
/** What is left of a terminal's 100 columns, and of a template's 120. */
const width: Width = { printed: 100 - indent.length, template: 118 - indent.length };

/** The checklist as a paragraph of the notes. */
export function checklistNote({ bindings, checks }: Checklist): Note {
  return { condition: always, bindings, lines: ["Production checklist:", ...checks.map(lineOf)] };
}

function lineOf({ subject, cases, otherwise }: Check): Hole<string> {
  return cases.reduceRight(
    (rest, [condition, found]) => when<string>(condition, findingLines(subject, found), rest),
    findingLines(subject, otherwise),
  );
}

function findingLines(subject: string, { state, reason }: Finding): Hole<string> {
  const lines = wrapped(string`${subject}: ${reason}.`, width);
  const head = `  ${state.padEnd(stateWidth)}  `;
  return textBlock(...lines.map((line, index) => string`${index === 0 ? head : indent}${line}`));
}
