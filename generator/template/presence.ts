import { always, and, type Condition, never, not, or } from "../expressions/condition.ts";
import { expression, isExpression, node } from "../expressions/expression.ts";
import { implies } from "../expressions/implication.ts";
import type { IncludeNode, Node } from "../expressions/node.ts";
import { resultOf } from "../expressions/result.ts";
import { type HoleNode, hole, isHole, type Loop, type MappingNode } from "./hole.ts";

const nothing: readonly Node[] = [];

/** What was found already: bodies are asked at every level around them. */
const found = new WeakMap<readonly Node[], WeakMap<object, Condition>>();

/** When a body prints something, where some conditions are known to hold: collections may be empty, holes may stay so. */
export function presence(body: unknown, known: readonly Node[] = nothing): Condition {
  if (typeof body !== "object" || body === null) return body === undefined ? never : always;
  // What needs no facts is the same in all scopes.
  if (known !== nothing && presence(body) === always) return always;
  const before = found.get(known) ?? new WeakMap<object, Condition>();
  found.set(known, before);
  const condition = before.get(body) ?? withKnown(presenceOf(body, known), known);
  before.set(body, condition);
  return condition;
}

function withKnown(condition: Condition, known: readonly Node[]): Condition {
  return known.some((fact) => implies(fact, condition[node])) ? always : condition;
}

function presenceOf(body: object, known: readonly Node[]): Condition {
  if (isExpression(body)) return expressionPresence(body[node]);
  if (isHole(body)) return holePresence(body[hole], known);
  const parts: readonly unknown[] = Object.values(body);
  return parts.length === 0 ? always : anyPresence(parts, (part) => presence(part, known));
}

/** When one of several parts prints something. Most bodies have one that always does, and then the rest does not matter. */
function anyPresence<T>(parts: readonly T[], presenceOfPart: (part: T) => Condition): Condition {
  const conditions: Condition[] = [];
  for (const part of parts) {
    const condition = presenceOfPart(part);
    if (condition === always) return always;
    conditions.push(condition);
  }
  return or(...conditions);
}

function isTrue(tree: Node): Condition {
  const filled = tree.op === "value" && tree.declaration.kind === "list" && tree.declaration.minItems > 0;
  return filled ? always : expression({ op: "call", function: "isSet", arguments: [tree] });
}

/** When a loop has a round. */
function loopPresence({ over }: Loop): Condition {
  return over.op === "table" ? or(...Object.values(over.rows).map((row) => expression<boolean>(row))) : isTrue(over);
}

function expressionPresence(tree: Node): Condition {
  return resultOf(tree) === "collection" ? isTrue(tree) : always;
}

function holePresence(tree: HoleNode, known: readonly Node[]): Condition {
  switch (tree.op) {
    case "when": {
      const condition = expression<boolean>(tree.condition);
      return or(and(condition, presence(tree.then, known)), and(not(condition), presence(tree.otherwise, known)));
    }
    case "each":
      return loopPresence(tree);
    case "items":
      return tree.of.op === "include" ? includePresence(tree.of, known) : expressionPresence(tree.of);
    case "keyedList":
      return or(
        ...tree.shared.map(({ include }) => includePresence(include, known)),
        ...Object.values(tree.own).map((entry) => presence(entry, known)),
        ...tree.computed.map(({ items }) => presence(items, known)),
        ...tree.user.map(isTrue),
      );
    case "mapping":
      return anyPresence(tree.parts, (part) => partPresence(part, known));
    case "fragment":
      return includePresence(tree.include, known);
    case "textBlock":
      return anyPresence(tree.lines, (line) => presence(line, known));
  }
}

/** When a helper prints something: what its body needs, or, where it was asked already, that it did. */
function includePresence(include: IncludeNode, known: readonly Node[]): Condition {
  const printed = isTrue(include);
  const asked = known.some((fact) => implies(printed[node], fact));
  return asked ? printed : presence(include.helper.body, known);
}

function partPresence(part: MappingNode["parts"][number], known: readonly Node[]): Condition {
  if ("own" in part) return anyPresence(Object.values(part.own), (entry) => presence(entry, known));
  if ("named" in part)
    return part.loop ? loopPresence(part.loop) : anyPresence(part.named, ({ value }) => presence(value, known));
  if ("user" in part) return isTrue(part.user);
  const inside = includePresence(part.fragment, known);
  return part.condition ? and(expression(part.condition), inside) : inside;
}
