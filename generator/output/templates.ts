import { node } from "../expressions/expression.ts";
import type { Helper } from "../expressions/node.ts";
import { knowing, scopeOf } from "../expressions/print.ts";
import type { Document } from "../template/document.ts";
import { printDocument } from "../template/print/body.ts";
import { boundAround, printGuard } from "../template/print/guard.ts";
import { printComment, printHelper } from "../template/print/helper.ts";
import { printBindings } from "../template/print/include.ts";
import type { Chart } from "../topology/chart.ts";
import { chartHelpers } from "../topology/parts.ts";
import { formatPlace } from "../values/place.ts";
import { printNotes } from "./notes.ts";
import { templateText } from "./template-text.ts";

/** The files below a chart's `templates/`, by their names there. */
export function templates(chart: Chart): ReadonlyMap<string, string> {
  return new Map([
    ...chart.documents.map((document): [string, string] => [
      `${document.file}.yaml`,
      templateText(`templates/${document.file}.yaml`, formatPlace(document.place), () =>
        documentLines(document, chart),
      ),
    ]),
    ...[...Map.groupBy(chartHelpers(chart), ({ file = "_helpers" }) => file)].map(
      ([file, helpers]): [string, string] => [
        `${file}.tpl`,
        templateText(`templates/${file}.tpl`, "its model", () => helpersLines(chart, helpers)),
      ],
    ),
    ["NOTES.txt", templateText("templates/NOTES.txt", "its model", () => printNotes(chart))],
  ]);
}

function documentLines(document: Document, chart: Chart): readonly string[] {
  const { comment, bindings, body, place } = document;
  const scope = scopeOf(chart.metadata.name);
  const condition = document.condition[node];
  const always = condition.op === "literal" && condition.value === true;
  const { before, within } = boundAround(condition, bindings);
  return [
    ...printComment(comment),
    ...printComment(producedFrom(formatPlace(place).replace(/:\d+$/, ""))),
    ...printBindings(before, scope),
    ...(always ? [] : printGuard(condition, 0, scope)),
    ...printBindings(within, scope),
    ...printDocument(body, knowing(condition, scope)),
    ...(always ? [] : ["{{- end }}"]),
  ];
}

function helpersLines({ metadata }: Chart, helpers: readonly Helper[]): readonly string[] {
  const head = printComment(producedFrom(`generator/charts/${metadata.name}`));
  return [...head, ...helpers.flatMap((helper) => ["", ...printHelper(helper, metadata.name)])];
}

function producedFrom(source: string): string {
  return `Produced from ${source} by \`npm run gen\`; edit that instead.`;
}
