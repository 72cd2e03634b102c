import type { Environment } from "../../expressions/environment.ts";
import { evaluate } from "../../expressions/evaluate.ts";
import type { IncludeNode } from "../../expressions/node.ts";
import type { JsonValue } from "../../values/json-schema.ts";
import { withBindings } from "./bindings.ts";
import { evaluateBody } from "./body.ts";

/** What a helper gives; nothing where it prints nothing. */
export function evaluateInclude(tree: IncludeNode, outside: Environment): JsonValue | undefined {
  const { helper } = tree;
  const { rendering } = outside;
  if (rendering.included.has(helper)) return rendering.included.get(helper);
  const given = Object.entries(tree.arguments);
  const parameters = Object.fromEntries(given.map(([name, value]) => [name, evaluate(value, outside)]));
  const value = evaluateBody(helper.body, withBindings(helper.bindings, { rendering, variables: {}, parameters }));
  if (given.length === 0) rendering.included.set(helper, value);
  return value;
}
