import type { Node } from "../../expressions/node.ts";
import { printExpression, printOperand, type Scope } from "../../expressions/print.ts";
import { action, closed, type Lines, pad, width } from "./lines.ts";

/** An action that begins with some words and goes on with an expression, one operand a line where it is too wide. */
export function printAction(words: string, tree: Node, indent: number, scope: Scope): Lines {
  const line = action(indent, `${words} ${printExpression(tree, scope)}`);
  if (line.length <= width || tree.op !== "call") return [line];
  const operands = tree.arguments.flatMap((operand) => printBroken(operand, indent + 4, scope));
  return [`${pad(indent)}{{- ${words} ${tree.function}`, ...closed(operands, " }}")];
}

/** An operand on a line of its own, or on several where it is too wide. */
function printBroken(operand: Node, indent: number, scope: Scope): Lines {
  const line = `${pad(indent)}${printOperand(operand, scope)}`;
  if (line.length <= width - " }}".length || operand.op !== "call") return [line];
  const operands = operand.arguments.flatMap((inside) => printBroken(inside, indent + 2, scope));
  return [`${pad(indent)}(${operand.function}`, ...closed(operands, ")")];
}
