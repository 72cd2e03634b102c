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
  /** Completes "value must be …": what to set it to, and why. For a field of an entry, completes its name. */
  readonly message: string;
  /** The map whose entries the rule is about, where the value to change is a field of theirs. */
  readonly entriesOf?: ValueNode;
  readonly place: Place;
}

/**
 * Forbids a combination of values in each entry of a map. The condition is what all values say and what the entry says,
 * joined by `and`.
 */
export function forbidInEntry(
  { loop }: { readonly loop: { readonly over: ValueNode } },
  condition: Condition,
  change: Expression<unknown> | SecretExpression,
  message: string,
): Rule {
  const value = change[node];
  if (value.op !== "value" || !value.from)
    throw new Error(`this rule asks to change an entry's field, not a ${value.op}`);
  return { condition: condition[node], change: value, message, entriesOf: loop.over, place: callerOf(forbidInEntry) };
}

/** Forbids a combination of values. */
export function forbid(condition: Condition, change: Expression<unknown> | SecretExpression, message: string): Rule {
  const value = change[node];
  if (value.op !== "value" || value.from) throw new Error(`a rule asks to change a declared value, not a ${value.op}`);
  return { condition: condition[node], change: value, message, place: callerOf(forbid) };
}
