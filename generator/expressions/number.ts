import type { Condition } from "./condition.ts";
import { type Expression, expression, node } from "./expression.ts";
import type { FunctionName, Node } from "./node.ts";

type Number = Expression<number> | number;

const treeOf = (value: Number): Node => (typeof value === "number" ? { op: "literal", value } : value[node]);

const call = (name: FunctionName, ...given: readonly Node[]): Expression<number> =>
  expression({ op: "call", function: name, arguments: given });

/** The sum of whole numbers. */
export function sum(...terms: readonly Number[]): Expression<number> {
  return call("sum", ...terms.map(treeOf));
}

/** The product of whole numbers. */
export function product(...factors: readonly Number[]): Expression<number> {
  return call("product", ...factors.map(treeOf));
}

/**
 * One number where a condition holds, another where it does not. Helm takes nothing but a switch or a comparison for
 * the condition: not a text that is set, nor a list that has entries.
 */
export function choose(condition: Condition, then: Number, otherwise: Number): Expression<number> {
  return call("choose", treeOf(then), treeOf(otherwise), condition[node]);
}
