import { always } from "../expressions/condition.ts";
import { node } from "../expressions/expression.ts";
import { knowing, type Scope, scopeOf } from "../expressions/print.ts";
import { printBody } from "../template/print/body.ts";
import { printGuard } from "../template/print/guard.ts";
import { printBindings } from "../template/print/include.ts";
import { textBlock } from "../template/text-block.ts";
import type { Chart, Note } from "../topology/chart.ts";
import { fill } from "./handlebars.ts";

/** NOTES.txt: the paragraphs whose condition holds, a blank line between each two. */
export function printNotes(chart: Chart): readonly string[] {
  const scope = scopeOf(chart.metadata.name);
  const notes = chart.notes.map((note, index) => ({
    guard: guardOf(note, scope),
    bindings: printBindings(note.bindings ?? [], scope),
    // The first paragraph follows Helm's own heading.
    apart: index > 0 && !note.continues,
    lines: printBody(textBlock(...note.lines), 0, knowing(note.condition[node], scope)),
    end: "{{- end }}",
  }));
  return fill("notes.hbs", { notes }).trimEnd().split("\n");
}

function guardOf({ condition }: Note, scope: Scope): string {
  return condition[node] === always[node] ? "" : printGuard(condition[node], 0, scope).join("\n");
}
