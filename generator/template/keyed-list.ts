import { type Expression, isExpression, node } from "../expressions/expression.ts";
import { declaredValue } from "./each.ts";
import { type ComputedItems, type Hole, hole, type Items, type Maybe, type Templated } from "./hole.ts";

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

type UserMap = Expression<Readonly<Record<string, unknown>>>;

/**
 * A Kubernetes list keyed by one field, written as a map so that no key occurs twice, which server-side apply refuses
 * (Kubernetes documentation, "Server-Side Apply", merge strategy). The chart's entries come first and in this order,
 * since `$(VAR)` in an environment refers to earlier entries only; the user's follow.
 */
export function keyedList<T, Key extends keyof T & string>(
  by: Key,
  own: OwnEntries<T, Key>,
  ...others: readonly (UserMap | Computed<T>)[]
): Hole<T[]> {
  return {
    [hole]: {
      op: "keyedList",
      by,
      own,
      computed: others.flatMap((part) => (isExpression(part) ? [] : [part])),
      user: others.flatMap((part) => (isExpression(part) ? [declaredValue(part[node], "map")] : [])),
    },
    fills: "always",
  };
}
