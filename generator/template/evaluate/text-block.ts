import type { Environment } from "../../expressions/environment.ts";
import { evaluateText } from "../../expressions/evaluate.ts";
import { isExpression, node } from "../../expressions/expression.ts";
import { ModelError } from "../errors.ts";
import { hole, isHole, type TextBlockNode } from "../hole.ts";
import { rounds } from "./loop.ts";
import { branchOf } from "./when.ts";

/** A text of several lines, each of which ends in a line break. */
export function evaluateTextBlock({ lines }: TextBlockNode, environment: Environment): string {
  return lines
    .flatMap((line) => evaluateLines(line, environment))
    .map((line) => `${line}\n`)
    .join("");
}

function evaluateLines(body: unknown, environment: Environment): readonly string[] {
  if (isExpression(body)) return [evaluateText(body[node], environment)];
  if (!isHole(body)) return body === undefined ? [] : [String(body)];
  const tree = body[hole];
  switch (tree.op) {
    case "when":
      return evaluateLines(branchOf(tree, environment), environment);
    case "each":
      return rounds(tree, environment).flatMap((inside) => tree.bodies.flatMap((body) => evaluateLines(body, inside)));
    case "textBlock":
      return tree.lines.flatMap((line) => evaluateLines(line, environment));
    default:
      throw new ModelError(`a block of text is made of texts, conditions and loops, not of a ${tree.op}`);
  }
}
