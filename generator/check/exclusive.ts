import { identity } from "../expressions/identity.ts";
import type { Node } from "../expressions/node.ts";

/** Whether two conditions cannot both hold: one demands what the other rules out. */
export function areExclusive(a: Node, b: Node): boolean {
  return demands(a).some((left) => demands(b).some((right) => contradict(left, right)));
}

/** What must hold for a condition to hold. */
function demands(tree: Node): readonly Node[] {
  return tree.op === "call" && tree.function === "and" ? tree.arguments.flatMap(demands) : [tree];
}

function contradict(a: Node, b: Node): boolean {
  return isNegation(a, b) || isNegation(b, a) || areDifferentOptions(a, b);
}

function isNegation(a: Node, of: Node): boolean {
  const [negated] = a.op === "call" && a.function === "not" ? a.arguments : [];
  return negated !== undefined && identity(negated) === identity(of);
}

function areDifferentOptions(a: Node, b: Node): boolean {
  if (a.op !== "call" || b.op !== "call" || a.function !== "equals" || b.function !== "equals") return false;
  const [[first, one], [second, other]] = [a.arguments, b.arguments];
  if (!first || !second || one?.op !== "literal" || other?.op !== "literal") return false;
  return identity(first) === identity(second) && one.value !== other.value;
}
