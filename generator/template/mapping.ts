import { type Expression, isExpression, node } from "../expressions/expression.ts";
import { declaredValue } from "./each.ts";
import { type Hole, hole, isHole, type Maybe, type Templated } from "./hole.ts";

type StringMap = Readonly<Record<string, string>>;
type OwnStrings = { readonly [key: string]: Templated<string> | Maybe<string> };

/**
 * A map of strings such as labels, annotations or a ConfigMap's data, put together of the chart's own entries, of what
 * helpers print, and of maps of the user's. The schema refuses the user a key that the chart writes.
 */
export function mapping(
  ...parts: readonly (OwnStrings | Hole<StringMap> | Expression<StringMap>)[]
): Hole<{ [key: string]: string }> {
  return {
    [hole]: {
      op: "mapping",
      parts: parts.map((part) => {
        if (isExpression(part)) return { user: declaredValue(part[node], "map") };
        if (!isHole(part)) return { own: part };
        const tree = part[hole];
        if (tree.op !== "fragment")
          throw new Error(`a mapping is made of entries, fragments and maps, not of a ${tree.op}`);
        return { fragment: tree.include };
      }),
    },
    fills: "always",
  };
}
