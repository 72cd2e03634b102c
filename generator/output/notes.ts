import { always } from "../expressions/condition.ts";
import { node } from "../expressions/expression.ts";
import { knowing, scopeOf } from "../expressions/print.ts";
import { printBody } from "../template/print/body.ts";
import { boundAround, printGuard } from "../template/print/guard.ts";
import { printBindings } from "../template/print/include.ts";
import { textBlock } from "../template/text-block.ts";
import type { Chart } from "../topology/chart.ts";
import { fill } from "./handlebars.ts";

/** NOTES.txt: the paragraphs whose condition holds, a blank line between each two. */
export function printNotes(chart: Chart): readonly string[] {
  const scope = scopeOf(chart.metadata.name);
  const notes = chart.notes.map(({ condition, bindings = [], lines }, index) => {
    const { before, within } = boundAround(condition[node], bindings);
    return {
      before: printBindings(before, scope),
      guard: condition[node] === always[node] ? "" : printGuard(condition[node], 0, scope).join("\n"),
      within: printBindings(within, scope),
      // The first paragraph follows Helm's own heading.
      apart: index > 0,
      lines: printBody(textBlock(...lines), 0, knowing(condition[node], scope)),
      end: "{{- end }}",
    };
  });
  return fill("notes.hbs", { notes }).trimEnd().split("\n");
}
