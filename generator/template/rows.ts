import type { Condition } from "../expressions/condition.ts";
import { type Expression, expression, node } from "../expressions/expression.ts";
import type { TableNode, VariableNode } from "../expressions/node.ts";
import { type GroupReference, groupNode } from "../expressions/reference.ts";
import type { Text } from "../values/text.ts";
import type { Loop, ValuesLoop } from "./hole.ts";

/** One child of a group of texts. */
export interface ChildOf {
  readonly loop: ValuesLoop;
  readonly name: Expression<string>;
  readonly value: Expression<string>;
}

/** One row of a table of conditions: its name, and whether its condition holds. */
export interface RowOf {
  readonly loop: Loop;
  readonly name: Expression<string>;
  readonly holds: Condition;
}

/** The children of a group of texts, to loop over. `name` and `value` name the loop's variables. */
export function childrenOf(
  group: GroupReference<Readonly<Record<string, Text>>>,
  { name, value }: { readonly name: string; readonly value: string },
): ChildOf {
  const key: VariableNode = { op: "variable", name };
  const item: VariableNode = { op: "variable", name: value };
  return { loop: { over: group[groupNode], key, item }, name: expression(key), value: expression(item) };
}

/** The rows of a table of conditions, to loop over. `name` and `row` name the loop's variables. */
export function rowsOf(
  conditions: Readonly<Record<string, Condition>>,
  { name, row }: { readonly name: string; readonly row: string },
): RowOf {
  const rows = Object.entries(conditions).map(([id, condition]) => [id, condition[node]]);
  const key: VariableNode = { op: "variable", name };
  const item: VariableNode = { op: "variable", name: row };
  const over: TableNode = { op: "table", rows: Object.fromEntries(rows) };
  return { loop: { over, key, item }, name: expression(key), holds: expression(item) };
}
