import { type Expression, node } from "../expressions/expression.ts";
import { declaredValue } from "./each.ts";
import { type Hole, hole, type Maybe, type Templated } from "./hole.ts";

/** The chart's own entries of a keyed list, by their keys. */
export type OwnEntries<T, Key extends keyof T> = {
  readonly [key: string]: Templated<Omit<T, Key>> | Maybe<Omit<T, Key>>;
};

/**
 * A Kubernetes list keyed by one field, written as a map so that no key occurs twice, which server-side apply refuses
 * (Kubernetes documentation, "Server-Side Apply", merge strategy). The chart's entries come first and in this order,
 * since `$(VAR)` in an environment refers to earlier entries only; the user's follow.
 */
export function keyedList<T, Key extends keyof T & string>(
  by: Key,
  own: OwnEntries<T, Key>,
  ...user: readonly Expression<Readonly<Record<string, unknown>>>[]
): Hole<T[]> {
  return {
    [hole]: { op: "keyedList", by, own, user: user.map((map) => declaredValue(map[node], "map")) },
    fills: "always",
  };
}
