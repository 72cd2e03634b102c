import { type Expression, isExpression, node } from "../expressions/expression.ts";
import { declaredValue } from "./each.ts";
import { helper, includeNode } from "./helper.ts";
import {
  type ComputedItems,
  type Hole,
  hole,
  type Items,
  type KeyedListNode,
  type Maybe,
  type SharedEntries,
  type Templated,
} from "./hole.ts";

/** The chart's own entries of a keyed list, by their keys. */
export type OwnEntries<T, Key extends keyof T> = {
  readonly [key: string]: Templated<Omit<T, Key>> | Maybe<Omit<T, Key>>;
};

declare const type: unique symbol;

/** Items of the chart's own whose keys only values tell. */
export interface Computed<out T> extends ComputedItems {
  readonly [type]?: T;
}

/** Items with a computed key. `keys` is a regular expression, without anchors, for the keys they can have. */
export function computed<T>(keys: string, items: Templated<T> | Maybe<T> | Items<T> | Hole<T[]>): Computed<T> {
  return { items, keys };
}

/** Entries that several lists of the chart have in common. */
export interface SharedItems<out T> extends SharedEntries {
  readonly [type]?: T;
}

/** Entries that several lists have in common, by their keys, printed by a helper of that name. */
export function sharedItems<T, Key extends keyof T & string>(
  { name, comment }: { readonly name: string; readonly comment: string },
  by: Key,
  entries: OwnEntries<T, Key>,
): SharedItems<T> {
  return { include: includeNode(helper<T[]>({ name, comment, body: keyedList<T, Key>(by, entries) }), {}), entries };
}

/** All entries of the chart's own whose keys are known, those first that it shares with other lists. */
export function ownEntries({ shared, own }: KeyedListNode): Readonly<Record<string, unknown>> {
  return Object.assign({}, ...shared.map(({ entries }) => entries), own);
}

type UserMap = Expression<Readonly<Record<string, unknown>>>;

/**
 * A Kubernetes list keyed by one field, written as a map so that no key occurs twice, which server-side apply refuses
 * (Kubernetes documentation, "Server-Side Apply", merge strategy). The chart's entries come first and in this order,
 * since `$(VAR)` in an environment refers to earlier entries only; the user's follow. What it shares with other lists
 * comes before the rest.
 */
export function keyedList<T, Key extends keyof T & string>(
  by: Key,
  own: OwnEntries<T, Key>,
  ...others: readonly (UserMap | Computed<T> | SharedItems<T>)[]
): Hole<T[]> {
  return {
    [hole]: {
      op: "keyedList",
      by,
      shared: others.flatMap((part) => ("include" in part ? [part] : [])),
      own,
      computed: others.flatMap((part) => ("items" in part ? [part] : [])),
      user: others.flatMap((part) => (isExpression(part) ? [declaredValue(part[node], "map")] : [])),
    },
    fills: "always",
  };
}
