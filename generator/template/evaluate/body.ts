import type { Environment } from "../../expressions/environment.ts";
import { evaluate, evaluateText, holds } from "../../expressions/evaluate.ts";
import { node as expressionNode, isExpression } from "../../expressions/expression.ts";
import type { Node } from "../../expressions/node.ts";
import { resultOf } from "../../expressions/result.ts";
import { type JsonObject, listOf, objectOf, omit } from "../../values/json.ts";
import type { JsonValue } from "../../values/json-schema.ts";
import { type EachNode, type HoleNode, hole, isHole, type KeyedListNode, type MappingNode } from "../hole.ts";
import { entriesOf, rounds } from "./loop.ts";
import { evaluateTextBlock } from "./text-block.ts";
import { branchOf } from "./when.ts";

type Fields = readonly (readonly [name: string, value: JsonValue])[];

/** A body as data; nothing for what prints nothing: a hole that stays empty, or what has parts and each is nothing. */
export function evaluateBody(body: unknown, environment: Environment): JsonValue | undefined {
  if (isExpression(body)) return evaluateLeaf(body[expressionNode], environment);
  if (isHole(body)) return evaluateHole(body[hole], environment);
  if (Array.isArray(body)) {
    return body.length > 0 ? listUnlessEmpty(body.flatMap((item) => evaluateItems(item, environment))) : [];
  }
  switch (typeof body) {
    case "object":
      return evaluateObject(body ?? {}, environment);
    case "string":
    case "number":
    case "boolean":
      return body;
    default:
      return undefined;
  }
}

function evaluateLeaf(tree: Node, environment: Environment): JsonValue {
  // Helm writes a quantity as a text, whether the user wrote it as a number or as a text.
  const isText = resultOf(tree) === "text" && tree.op !== "include";
  return isText ? evaluateText(tree, environment) : evaluate(tree, environment);
}

function evaluateHole(tree: HoleNode, environment: Environment): JsonValue | undefined {
  switch (tree.op) {
    case "when":
      return evaluateBody(branchOf(tree, environment), environment);
    case "each":
      return listUnlessEmpty(evaluateEach(tree, environment));
    case "items":
      return listUnlessEmpty(evaluateListed(tree.of, environment));
    case "keyedList":
      return listUnlessEmpty(evaluateKeyedList(tree, environment));
    case "mapping":
      return objectUnlessEmpty(tree.parts.flatMap((part) => evaluatePart(part, environment)));
    case "fragment":
      return environment.rendering.include(tree.include, environment);
    case "textBlock":
      return evaluateTextBlock(tree, environment);
    default:
      return tree satisfies never;
  }
}

/** What stands for an item of a list: one, none, or several. */
export function evaluateItems(body: unknown, environment: Environment): readonly JsonValue[] {
  if (isHole(body)) {
    const tree = body[hole];
    if (tree.op === "when") return evaluateItems(branchOf(tree, environment), environment);
    if (tree.op === "each") return evaluateEach(tree, environment);
    if (tree.op === "items") return evaluateListed(tree.of, environment);
  }
  const value = evaluateBody(body, environment);
  return value === undefined ? [] : [value];
}

/** Written without pairs in between, since most of what is rendered is made here. The keys are the model's own. */
function evaluateObject(body: object, environment: Environment): JsonObject | undefined {
  const fields = Object.entries(body);
  const result: Record<string, JsonValue> = {};
  for (const [name, field] of fields) {
    const value = evaluateField(field, environment);
    if (value !== undefined) result[name] = value;
  }
  return fields.length > 0 && Object.keys(result).length === 0 ? undefined : result;
}

function evaluateFields(fields: readonly (readonly [string, unknown])[], environment: Environment): Fields {
  return fields.flatMap(([name, body]) => {
    const value = evaluateField(body, environment);
    return value === undefined ? [] : [[name, value]];
  });
}

/** What stands under a key, which is left out where a collection of the user's is empty. */
function evaluateField(body: unknown, environment: Environment): JsonValue | undefined {
  if (isHole(body) && body[hole].op === "when") return evaluateField(branchOf(body[hole], environment), environment);
  const isCollection = isExpression(body) && resultOf(body[expressionNode]) === "collection";
  if (isCollection && !holds(body[expressionNode], environment)) return undefined;
  return evaluateBody(body, environment);
}

function evaluateEach(tree: EachNode, environment: Environment): readonly JsonValue[] {
  return rounds(tree, environment).flatMap((inside) => tree.bodies.flatMap((body) => evaluateItems(body, inside)));
}

/** A list of the user's, or what a helper makes, which may be nothing. */
function evaluateListed(tree: Node, environment: Environment): readonly JsonValue[] {
  return listOf(
    tree.op === "include" ? (environment.rendering.include(tree, environment) ?? []) : evaluate(tree, environment),
  );
}

function evaluateKeyedList(
  { by, shared, own, computed, user }: KeyedListNode,
  environment: Environment,
): readonly JsonValue[] {
  return [
    ...shared.flatMap(({ include }) => evaluateListed(include, environment)),
    ...Object.entries(own).flatMap(([key, body]) => evaluateKeyed(by, key, body, environment)),
    ...computed.flatMap(({ items }) => evaluateComputed(items, environment)),
    ...user.flatMap((map) =>
      entriesOf(evaluate(map, environment)).map(([key, entry]) => keyed(by, key, omit(objectOf(entry), ["enabled"]))),
    ),
  ];
}

/** Items with computed keys, or what a helper makes of them. */
function evaluateComputed(items: unknown, environment: Environment): readonly JsonValue[] {
  if (!isHole(items) || items[hole].op !== "fragment") return evaluateItems(items, environment);
  return evaluateListed(items[hole].include, environment);
}

/** An entry of the chart's own, which may be nothing but its key. */
function evaluateKeyed(by: string, key: string, body: unknown, environment: Environment): readonly JsonValue[] {
  if (isHole(body) && body[hole].op === "when")
    return evaluateKeyed(by, key, branchOf(body[hole], environment), environment);
  return body === undefined ? [] : [keyed(by, key, objectOf(evaluateBody(body, environment) ?? {}))];
}

function keyed(by: string, key: string, fields: JsonObject): JsonObject {
  return { [by]: key, ...fields };
}

function evaluatePart(part: MappingNode["parts"][number], environment: Environment): Fields {
  if ("own" in part) return evaluateFields(Object.entries(part.own), environment);
  if ("named" in part) {
    const scopes = part.loop ? rounds(part.loop, environment) : [environment];
    return scopes.flatMap((inside) =>
      evaluateFields(
        part.named.map(({ key, value }) => [evaluateText(key, inside), value]),
        inside,
      ),
    );
  }
  if ("user" in part) return Object.entries(objectOf(evaluate(part.user, environment)));
  if (part.condition && !holds(part.condition, environment)) return [];
  return Object.entries(objectOf(environment.rendering.include(part.fragment, environment) ?? {}));
}

function listUnlessEmpty(items: readonly JsonValue[]): JsonValue | undefined {
  return items.length > 0 ? items : undefined;
}

function objectUnlessEmpty(fields: Fields): JsonObject | undefined {
  return fields.length > 0 ? Object.fromEntries(fields) : undefined;
}
