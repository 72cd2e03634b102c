import { identity } from "./identity.ts";
import type { CallNode, Node } from "./node.ts";

/** Whether a condition holds wherever another does, as far as their form tells. */
export function implies(known: Node, condition: Node): boolean {
  if (known === condition || identity(known) === identity(condition)) return true;
  const given = known.op === "call" ? known : undefined;
  const asked = condition.op === "call" ? condition : undefined;
  if (given?.function === "or") return given.arguments.every((alternative) => implies(alternative, condition));
  if (asked?.function === "and") return asked.arguments.every((part) => implies(known, part));
  if (given?.function === "and" && given.arguments.some((part) => implies(part, condition))) return true;
  if (asked?.function === "or" && asked.arguments.some((alternative) => implies(known, alternative))) return true;
  return given?.function === "equals" && asked?.function === "not" && excludes(given, asked);
}

/** Whether a value that equals one word cannot equal another. */
function excludes({ arguments: [value, word] }: CallNode, { arguments: [denied] }: CallNode): boolean {
  if (denied?.op !== "call" || denied.function !== "equals") return false;
  const [otherValue, otherWord] = denied.arguments;
  if (!value || !word || !otherValue || !otherWord) return false;
  return identity(value) === identity(otherValue) && identity(word) !== identity(otherWord);
}
