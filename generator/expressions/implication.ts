import { identity } from "./identity.ts";
import type { FunctionName, Node } from "./node.ts";

/** Whether a condition holds wherever another does, as far as their form tells. */
export function implies(known: Node, condition: Node): boolean {
  if (identity(known) === identity(condition)) return true;
  const alternatives = argumentsOf(known, "or");
  if (alternatives) return alternatives.every((alternative) => implies(alternative, condition));
  const parts = argumentsOf(condition, "and");
  if (parts) return parts.every((part) => implies(known, part));
  if (argumentsOf(known, "and")?.some((part) => implies(part, condition))) return true;
  if (argumentsOf(condition, "or")?.some((alternative) => implies(known, alternative))) return true;
  return excludes(known, condition);
}

/** Whether a value that equals one word cannot equal another. */
function excludes(known: Node, condition: Node): boolean {
  const [denied] = argumentsOf(condition, "not") ?? [];
  const [value, word] = argumentsOf(known, "equals") ?? [];
  const [otherValue, otherWord] = (denied && argumentsOf(denied, "equals")) ?? [];
  if (!value || !word || !otherValue || !otherWord) return false;
  return identity(value) === identity(otherValue) && identity(word) !== identity(otherWord);
}

function argumentsOf(tree: Node, name: FunctionName): readonly Node[] | undefined {
  return tree.op === "call" && tree.function === name ? tree.arguments : undefined;
}
