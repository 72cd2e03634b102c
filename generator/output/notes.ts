import { always } from "../expressions/condition.ts";
import { isExpression, node } from "../expressions/expression.ts";
import { type Scope, scopeOf } from "../expressions/print.ts";
import { printGuard } from "../template/print/guard.ts";
import { escaped } from "../template/print/lines.ts";
import { printInline } from "../template/print/scalar.ts";
import type { Chart, Note } from "../topology/chart.ts";
import { fill } from "./handlebars.ts";

/** NOTES.txt: the paragraphs whose condition holds, a blank line between each two. */
export function printNotes(chart: Chart): readonly string[] {
  const scope = scopeOf(chart.metadata.name);
  const notes = chart.notes.map((note, index) => ({
    guard: guardOf(note, scope),
    // The first paragraph follows Helm's own heading.
    apart: index > 0 && !note.continues,
    lines: note.lines.map((line) => (isExpression(line) ? printInline(line[node], scope) : escaped(line))),
    end: "{{- end }}",
  }));
  return fill("notes.hbs", { notes }).trimEnd().split("\n");
}

function guardOf({ condition }: Note, scope: Scope): string {
  return condition[node] === always[node] ? "" : printGuard(condition[node], 0, scope).join("\n");
}
