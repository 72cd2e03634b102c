import type { Condition } from "../expressions/condition.ts";
import { type Expression, node, type SecretExpression } from "../expressions/expression.ts";
import type { Node, ValueNode } from "../expressions/node.ts";
import { callerOf, type Place } from "../values/place.ts";

/** A combination of values that cannot work, and what to change. Helm prints the message before it renders anything. */
export interface Rule {
  /** The forbidden combination. */
  readonly condition: Node;
  /** The value to change. */
  readonly change: ValueNode;
  /** Completes "value must be …": what to set it to, and why. Where entries need fields, it follows their names. */
  readonly message: string;
  /** What each entry of the value to change must have, where that is a map and the rule is about its entries. */
  readonly fields?: readonly string[];
  readonly place: Place;
}

/** Demands fields of each entry of a map, as long as a condition holds that is about other values. */
export function needInEntries(
  { loop }: { readonly loop: { readonly over: ValueNode } },
  condition: Condition,
  fields: readonly (Expression<unknown> | SecretExpression)[],
  message: string,
): Rule {
  const names = fields.map((field) => {
    const value = field[node];
    if (value.op !== "value" || !value.from) throw new Error(`an entry needs fields of its own, not a ${value.op}`);
    return value.path.join(".");
  });
  return { condition: condition[node], change: loop.over, message, fields: names, place: callerOf(needInEntries) };
}

/** Forbids a combination of values. */
export function forbid(condition: Condition, change: Expression<unknown> | SecretExpression, message: string): Rule {
  const value = change[node];
  if (value.op !== "value" || value.from) throw new Error(`a rule asks to change a declared value, not a ${value.op}`);
  return { condition: condition[node], change: value, message, place: callerOf(forbid) };
}
