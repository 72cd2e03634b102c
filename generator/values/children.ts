import type { Children } from "./group.ts";
import { formatPlace } from "./place.ts";

/**
 * The children of a group put together of several sets.
 * @throws Error when two sets declare the same name; the later one would silently replace the other
 */
export function children<A extends Children, B extends Children>(first: A, second: B): A & B {
  for (const [name, again] of Object.entries(second)) {
    const before = first[name];
    if (before)
      throw new Error(
        `the value "${name}" is declared twice: ${formatPlace(before.place)} and ${formatPlace(again.place)}`,
      );
  }
  return { ...first, ...second };
}
