import { node } from "../expressions/expression.ts";
import { hole, isHole } from "../template/hole.ts";
import { helperParts, helpersIn, type Part, partsOf } from "../template/walk.ts";
import type { SecretVariable } from "../topology/secret-source.ts";
import { pathsIn } from "./value-paths.ts";

/** What a user is told who sets a key that the chart writes: it completes "properties … required, if … exists". */
export function insteadOf(body: unknown): string {
  const parts = [...withoutConditions(body)];
  for (const candidates of [() => parts, () => [...helpersIn(parts)].flatMap(helperParts), () => partsOf(body)]) {
    const paths = [...pathsIn(candidates())];
    if (paths.length > 0) return message(paths);
  }
  return "nothing: the chart itself sets it, and it cannot be changed here";
}

/** The same for an environment variable that comes from a Secret. */
export function insteadOfSecret({ secret, key }: SecretVariable): string {
  return message([...pathsIn([secret.existing[node], key.value[node]])]);
}

function message(paths: readonly string[]): string {
  return `${[...new Set(paths)].slice(0, 3).join(" or ")} instead: the chart sets it`;
}

/** What a body is made of, whichever of its branches is taken. */
function* withoutConditions(body: unknown): Generator<Part> {
  if (!isHole(body) || body[hole].op !== "when") yield* partsOf(body);
  else {
    yield* withoutConditions(body[hole].then);
    yield* withoutConditions(body[hole].otherwise);
  }
}
