import { holds } from "../../expressions/evaluate.ts";
import type { CallNode, Node } from "../../expressions/node.ts";
import { resultOf } from "../../expressions/result.ts";
import type { JsonValue } from "../../values/json-schema.ts";
import { ofExpression } from "./expression.ts";
import { pathOf, type Scope } from "./scope.ts";
import { asItIs, both, type Way } from "./way.ts";

/**
 * How a condition may come to hold, or not to. Where it could in several ways nothing is chosen for people: whether it
 * does hold is then up to what else is wanted.
 */
export function ofCondition(tree: Node, wanted: boolean, scope: Scope): readonly Way[] {
  if (isSo(tree, scope) === wanted) return [asItIs];
  switch (tree.op) {
    case "value": {
      const path = pathOf(tree, scope);
      if (path === undefined || tree.declaration.kind !== "boolean") return [];
      return [[{ path, value: wanted }]];
    }
    case "call":
      return ofCall(tree, wanted, scope);
    default:
      return [];
  }
}

function isSo(tree: Node, { environment }: Scope): boolean | undefined {
  try {
    return holds(tree, environment);
  } catch {
    return undefined;
  }
}

function ofCall(tree: CallNode, wanted: boolean, scope: Scope): readonly Way[] {
  const [first, second] = tree.arguments;
  if (!first) return [];
  switch (tree.function) {
    case "not":
      return ofCondition(first, !wanted, scope);
    case "and":
    case "or":
      return (tree.function === "and") === wanted ? all(tree, wanted, scope) : one(tree, wanted, scope);
    case "equals":
      if (second?.op !== "literal") return [];
      return wanted ? ofExpression(first, second.value, scope) : another(first, second.value, scope);
    case "isSet":
      // What is to be there is what is wanted elsewhere.
      return wanted ? [asItIs] : empty(first, scope);
    case "atLeast":
    case "moreThan":
    case "hasKey":
    case "includes":
      return wanted ? [asItIs] : [];
    default:
      return [];
  }
}

function all({ arguments: parts }: CallNode, wanted: boolean, scope: Scope): readonly Way[] {
  return parts.reduce<readonly Way[]>((ways, part) => both(ways, ofCondition(part, wanted, scope)), [asItIs]);
}

function one({ arguments: parts }: CallNode, wanted: boolean, scope: Scope): readonly Way[] {
  const ways = parts.flatMap((part) => ofCondition(part, wanted, scope));
  return ways.length > 1 ? [asItIs] : ways;
}

/** Another word than the one that it is. */
function another(tree: Node, word: JsonValue, scope: Scope): readonly Way[] {
  const options = tree.op === "value" && tree.declaration.kind === "oneOf" ? tree.declaration.options : [];
  const others = options.filter((option) => option !== word);
  const [other] = others;
  if (others.length > 1) return [asItIs];
  return other === undefined ? [] : ofExpression(tree, other, scope);
}

function empty(tree: Node, scope: Scope): readonly Way[] {
  if (tree.op !== "value" || resultOf(tree) !== "text") return [];
  return ofExpression(tree, "", scope);
}
