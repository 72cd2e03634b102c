import { type Expression, node, type SecretExpression } from "../expressions/expression.ts";
import type { Part } from "../template/walk.ts";

/** The paths of the declared values among trees. */
export function* pathsIn(parts: Iterable<Part>): Generator<string> {
  for (const part of parts) if (part.op === "value" && !part.from) yield part.path.join(".");
}

/** The path of the value that an expression is. */
export function pathOf(value: Expression<unknown> | SecretExpression): string {
  return [...pathsIn([value[node]])].join();
}
