import { node as expressionNode, isExpression } from "../../expressions/expression.ts";
import type { Helper } from "../../expressions/node.ts";
import { helperScope, printExpression, printLiteral, type Scope } from "../../expressions/print.ts";
import { resultOf } from "../../expressions/result.ts";
import { ModelError } from "../errors.ts";
import { hole, isHole } from "../hole.ts";
import { printHelperBody } from "./body.ts";
import { printWhen } from "./guard.ts";
import { printBindings } from "./include.ts";
import { closed, type Lines, width } from "./lines.ts";

/** A helper as it stands in `_helpers.tpl`, with its comment. */
export function printHelper(helper: Helper, chart: string): Lines {
  const scope = helperScope(helper, chart);
  const text = isText(helper.body);
  const body = text ? printTextBody(helper.body, scope) : printHelperBody(helper, chart);
  return [
    ...printComment(helper.comment),
    `{{- define "${chart}.${helper.name}" -}}`,
    ...printBindings(helper.bindings, scope),
    ...body,
    "{{- end }}",
  ];
}

/** A template comment, wrapped; it leaves nothing in what is rendered. */
export function printComment(comment: string): Lines {
  const words = comment.split(/\s+/);
  const lines = [""];
  for (const word of words) {
    const last = lines.at(-1) ?? "";
    if (last.length + word.length > width - 16) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  const [first = "", ...others] = lines;
  return closed([`{{- /* ${first}`, ...others.map((line) => `       ${line}`)], " */}}");
}

function isText(body: unknown): boolean {
  if (isExpression(body)) return resultOf(body[expressionNode]) !== "collection";
  if (typeof body === "string") return true;
  return isHole(body) && body[hole].op === "when" && isText(body[hole].then);
}

/** A text that helpers give: no line breaks around it, no quotes. */
function printTextBody(body: unknown, scope: Scope): Lines {
  if (typeof body === "string") return [`{{- ${printLiteral(body)} }}`];
  if (isExpression(body)) return [`{{- ${printExpression(body[expressionNode], scope)} }}`];
  if (!isHole(body) || body[hole].op !== "when") throw new ModelError("a helper gives a text or a body, not both");
  return printWhen(body[hole], 0, scope, (branch, inside) => printTextBody(branch, inside));
}
