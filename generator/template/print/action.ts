import type { FunctionName, Node, TableNode } from "../../expressions/node.ts";
import { printExpression, printLiteral, printOperand, printPair, type Scope } from "../../expressions/print.ts";
import { action, closed, type Lines, pad, width } from "./lines.ts";

/** Functions whose operands may stand on lines of their own, as Helm calls them. */
const breakable: Partial<Record<FunctionName, string>> = {
  and: "and",
  or: "or",
  not: "not",
  sum: "add",
  product: "mul",
  choose: "ternary",
};

/** An action that begins with some words and goes on with an expression, one operand a line where it is too wide. */
export function printAction(words: string, tree: Node, indent: number, scope: Scope): Lines {
  const line = action(indent, `${words} ${printExpression(tree, scope)}`);
  if (line.length > width && tree.op === "table")
    return [`${pad(indent)}{{- ${words} dict`, ...closed(printTable(tree, indent + 4, scope), " }}")];
  const name = breakableName(tree);
  if (line.length <= width || tree.op !== "call" || name === undefined) return [line];
  const operands = tree.arguments.flatMap((operand) => printBroken(operand, indent + 4, scope));
  return [`${pad(indent)}{{- ${words} ${name}`, ...closed(operands, " }}")];
}

/** A row a line: a name and its condition, which has lines of its own where it is too wide. */
function printTable(tree: TableNode, indent: number, scope: Scope): Lines {
  return Object.entries(tree.rows).flatMap(([name, condition]) => {
    const line = `${pad(indent)}${printPair(name, condition, scope)}`;
    if (line.length <= width - " }}".length) return [line];
    return [`${pad(indent)}${printLiteral(name)}`, ...printBroken(condition, indent + 2, scope)];
  });
}

/** An operand on a line of its own, or on several where it is too wide. */
function printBroken(operand: Node, indent: number, scope: Scope): Lines {
  const line = `${pad(indent)}${printOperand(operand, scope)}`;
  const name = breakableName(operand);
  if (line.length <= width - " }}".length || operand.op !== "call" || name === undefined) return [line];
  const operands = operand.arguments.flatMap((inside) => printBroken(inside, indent + 2, scope));
  return [`${pad(indent)}(${name}`, ...closed(operands, ")")];
}

function breakableName(tree: Node): string | undefined {
  return tree.op === "call" ? breakable[tree.function] : undefined;
}
