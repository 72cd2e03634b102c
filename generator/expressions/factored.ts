import { and, type Condition, or } from "./condition.ts";
import { expression, node } from "./expression.ts";
import { identity } from "./identity.ts";

/** The same condition with what its alternatives have in common asked once: `a and b, or a and c` as `a and (b or c)`. */
export function factored(condition: Condition): Condition {
  const tree = condition[node];
  if (tree.op !== "call") return condition;
  const parts = tree.arguments.map((part) => factored(expression(part)));
  if (tree.function === "and") return and(...parts);
  return tree.function === "or" ? alternatives(parts) : condition;
}

function alternatives(parts: readonly Condition[]): Condition {
  const shared = mostShared(parts);
  if (!shared) return or(...parts);
  const isIn = (part: Condition): boolean => termsOf(part).some((term) => isSame(term, shared));
  const rests = parts.filter(isIn).map((part) => and(...termsOf(part).filter((term) => !isSame(term, shared))));
  const joined = and(shared, alternatives(rests));
  const first = parts.findIndex(isIn);
  return alternatives(parts.flatMap((part, index) => (index === first ? [joined] : isIn(part) ? [] : [part])));
}

/** The term that most alternatives have, the first of these, if more than one has it. */
function mostShared(parts: readonly Condition[]): Condition | undefined {
  const terms = Map.groupBy(parts.flatMap(termsOf), (term) => identity(term[node]));
  const most = [...terms.values()].reduce((best, same) => (same.length > best.length ? same : best), []);
  return most.length > 1 ? most[0] : undefined;
}

/** What must hold all at once for an alternative. */
function termsOf(part: Condition): readonly Condition[] {
  const tree = part[node];
  return tree.op === "call" && tree.function === "and" ? tree.arguments.map((term) => expression(term)) : [part];
}

function isSame(a: Condition, b: Condition): boolean {
  return identity(a[node]) === identity(b[node]);
}
