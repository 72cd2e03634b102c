import { isExpression, node } from "../expressions/expression.ts";
import type { Helper } from "../expressions/node.ts";
import { documentParts, helperParts, helpersIn, nodesOf, type Part } from "../template/walk.ts";
import type { Chart, Note } from "./chart.ts";

/** Every tree in a chart's documents and notes, without the bodies of helpers. */
function ownParts({ documents, notes }: Chart): readonly Part[] {
  return [...documents.flatMap(documentParts), ...notes.flatMap(noteParts)];
}

function noteParts({ condition, lines }: Note): readonly Part[] {
  return [...nodesOf(condition[node]), ...lines.flatMap((line) => (isExpression(line) ? nodesOf(line[node]) : []))];
}

/** The helpers that a chart's documents and notes need, by name. Two of one name are one of the checks' errors. */
export function chartHelpers(chart: Chart): readonly Helper[] {
  return [...helpersIn(ownParts(chart))].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Every tree in a chart's documents, notes and helpers. */
export function chartParts(chart: Chart): readonly Part[] {
  return [...ownParts(chart), ...chartHelpers(chart).flatMap(helperParts)];
}
