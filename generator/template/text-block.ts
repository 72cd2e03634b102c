import type { Expression } from "../expressions/expression.ts";
import { type Hole, hole, type Items, type Maybe } from "./hole.ts";

/** What prints a line, or lines where a condition holds or for each entry of a map. */
export type Line = string | Expression<string> | Hole<string> | Maybe<string> | Items<string>;

/**
 * Text of several lines, some of which are there only under a condition or once for each entry of a map, such as a file
 * in a ConfigMap. Every line ends in a line break.
 */
export function textBlock(...lines: readonly Line[]): Hole<string> {
  return { [hole]: { op: "textBlock", lines }, fills: "always" };
}
