import { node } from "../expressions/expression.ts";
import type { Helper } from "../expressions/node.ts";
import { documentParts, helperParts, helpersIn, nodesOf, type Part, partsOf } from "../template/walk.ts";
import type { Chart, Note } from "./chart.ts";

/** What a chart is made of. */
interface Parts {
  readonly helpers: readonly Helper[];
  readonly all: readonly Part[];
}

/** What was found already: most checks and writers ask for it. */
const found = new WeakMap<Chart, Parts>();

/** The helpers that a chart's documents and notes need, by name. Two of one name are one of the checks' errors. */
export function chartHelpers(chart: Chart): readonly Helper[] {
  return partsOfChart(chart).helpers;
}

/** Every tree in a chart's documents, notes and helpers. */
export function chartParts(chart: Chart): readonly Part[] {
  return partsOfChart(chart).all;
}

function partsOfChart(chart: Chart): Parts {
  const before = found.get(chart);
  if (before) return before;
  const own = [...chart.documents.flatMap(documentParts), ...chart.notes.flatMap(noteParts)];
  const helpers = [...helpersIn(own)].sort((a, b) => (a.name < b.name ? -1 : 1));
  const parts: Parts = { helpers, all: [...own, ...helpers.flatMap(helperParts)] };
  found.set(chart, parts);
  return parts;
}

function noteParts({ condition, bindings = [], lines }: Note): readonly Part[] {
  return [...nodesOf(condition[node]), ...bindings.flatMap(({ value }) => nodesOf(value)), ...partsOf(lines)];
}
