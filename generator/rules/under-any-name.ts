import { formerPath } from "../expressions/former-path.ts";
import type { ValueNode } from "../expressions/node.ts";
import type { JsonSchema } from "../values/json-schema.ts";
import type { valueAt } from "./fragment.ts";

/**
 * A value fits a schema: under its former name where that is set, under its own otherwise.
 * @param depth how deep the group is at which the result stands
 * @param at how a value at a path is asked for
 */
export function underAnyName(tree: ValueNode, depth: number, schema: JsonSchema, at: typeof valueAt): JsonSchema {
  const path = tree.path.slice(depth);
  const [own, former] = [path.at(-1), formerPath(tree)?.at(-1)];
  if (own === undefined || former === undefined) return at(path, schema);
  return at(path.slice(0, -1), { if: { required: [former] }, then: at([former], schema), else: at([own], schema) });
}
