import { type Expression, expression, node } from "../expressions/expression.ts";
import type { Binding, Node, ValueNode, VariableNode } from "../expressions/node.ts";
import { type MapReference, type Reference, referenceFrom } from "../expressions/reference.ts";
import type { Declaration } from "../values/declaration.ts";
import { hole, type Items, type Loop, type Maybe, type Templated, type ValuesLoop } from "./hole.ts";

/** One entry of a map: its name and its fields. Made once, used in the body of its `each`. */
export interface EntryOf<Item> {
  readonly loop: ValuesLoop;
  readonly key: Expression<string>;
  readonly value: Reference<Item>;
}

/** One entry of a map, with its place among the keys in alphabetical order, from 0. */
export interface CountedEntryOf<Item> extends EntryOf<Item> {
  readonly index: Expression<number>;
}

/** One item of a list. */
export interface ItemOf<T> {
  readonly loop: ValuesLoop;
  readonly value: Expression<T>;
}

/** The entries of a map, to loop over. `name` names the loop's variables. */
export function entriesOf<Item extends Declaration>(map: MapReference<Item>, name: string): EntryOf<Item> {
  const over = declaredValue(map[node], "map");
  if (over.declaration.kind !== "map") throw new Error(`the value ${over.path.join(".")} is no map`);
  const key: VariableNode = { op: "variable", name: `${name}Name` };
  const item: VariableNode = { op: "variable", name };
  return {
    loop: { over, key, item },
    key: expression(key),
    value: referenceFrom(item, over.declaration.item as Item),
  };
}

/** The same with a count, for what each entry has one of, such as a port. */
export function countedEntriesOf<Item extends Declaration>(
  map: MapReference<Item>,
  name: string,
): CountedEntryOf<Item> {
  const entry = entriesOf(map, name);
  const index: VariableNode = { op: "variable", name: `${name}Index`, integer: true };
  return { ...entry, loop: { ...entry.loop, index }, index: expression(index) };
}

/** The same entry with further names for what follows from it. */
export function withBindings<E extends { readonly loop: Loop }>(entry: E, ...bindings: readonly Binding[]): E {
  return { ...entry, loop: { ...entry.loop, bindings } };
}

/** The items of a list, to loop over. `name` names the loop's variable. */
export function itemsOf<T>(list: Expression<readonly T[]>, name: string): ItemOf<T> {
  const over = declaredValue(list[node], "list");
  if (over.declaration.kind !== "list") throw new Error(`the value ${over.path.join(".")} is no list`);
  const item: VariableNode = { op: "variable", name };
  const value = expression<T>({ op: "value", path: [], declaration: over.declaration.item, from: item });
  return { loop: { over, item }, value };
}

/** Bodies for each entry or item. */
export function each<T>(
  entry: { readonly loop: Loop },
  ...bodies: readonly NoInfer<Templated<T> | Maybe<T>>[]
): Items<T> {
  return { [hole]: { op: "each", ...entry.loop, bodies }, fills: "items" };
}

/** The items of a list of the user's, among the chart's own. */
export function items<T>(list: Expression<readonly T[]>): Items<T> {
  return { [hole]: { op: "items", of: list[node] }, fills: "items" };
}

/** @throws Error when the tree is not a declared value: loops run over values only */
export function declaredValue(tree: Node, wanted: string): ValueNode {
  if (tree.op !== "value") throw new Error(`only a declared ${wanted} can be looped over, not a ${tree.op}`);
  return tree;
}
