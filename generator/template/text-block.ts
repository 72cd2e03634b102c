import type { Expression } from "../expressions/expression.ts";
import { type Hole, hole, type Items, type Maybe } from "./hole.ts";

/**
 * Text of several lines, some of which are there only under a condition or once for each entry of a map, such as a file
 * in a ConfigMap. Every line ends in a line break.
 */
export function textBlock(
  ...lines: readonly (string | Expression<string> | Maybe<string> | Items<string>)[]
): Hole<string> {
  return { [hole]: { op: "textBlock", lines }, fills: "always" };
}
