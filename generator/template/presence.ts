import { always, and, type Condition, never, not, or } from "../expressions/condition.ts";
import { expression, isExpression, node } from "../expressions/expression.ts";
import type { Node } from "../expressions/node.ts";
import { resultOf } from "../expressions/result.ts";
import { type HoleNode, hole, isHole, type MappingNode } from "./hole.ts";

/** When a body prints something: collections may be empty, holes may stay so. */
export function presence(body: unknown): Condition {
  if (body === undefined) return never;
  if (isExpression(body)) return expressionPresence(body[node]);
  if (isHole(body)) return holePresence(body[hole]);
  if (typeof body !== "object" || body === null) return always;
  const parts: readonly unknown[] = Object.values(body);
  return parts.length === 0 ? always : or(...parts.map(presence));
}

const isTrue = (tree: Node): Condition => expression({ op: "call", function: "isSet", arguments: [tree] });

function expressionPresence(tree: Node): Condition {
  return resultOf(tree) === "collection" ? isTrue(tree) : always;
}

function holePresence(tree: HoleNode): Condition {
  switch (tree.op) {
    case "when": {
      const condition = expression<boolean>(tree.condition);
      return or(and(condition, presence(tree.then)), and(not(condition), presence(tree.otherwise)));
    }
    case "each":
      return isTrue(tree.over);
    case "items":
      return expressionPresence(tree.of);
    case "keyedList":
      return or(...Object.values(tree.own).map(presence), ...tree.user.map(isTrue));
    case "mapping":
      return or(...tree.parts.map(partPresence));
    case "fragment":
      return presence(tree.include.helper.body);
  }
}

function partPresence(part: MappingNode["parts"][number]): Condition {
  if ("own" in part) return or(...Object.values(part.own).map(presence));
  return "user" in part ? isTrue(part.user) : presence(part.fragment.helper.body);
}
