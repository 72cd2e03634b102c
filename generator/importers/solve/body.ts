import type { Environment } from "../../expressions/environment.ts";
import { evaluateText } from "../../expressions/evaluate.ts";
import { node as expressionNode, isExpression } from "../../expressions/expression.ts";
import type { IncludeNode, Node } from "../../expressions/node.ts";
import { evaluateBody } from "../../template/evaluate/body.ts";
import {
  type HoleNode,
  hole,
  isHole,
  type KeyedListNode,
  type Loop,
  type MappingNode,
  type WhenNode,
} from "../../template/hole.ts";
import { ownEntries } from "../../template/keyed-list.ts";
import { isObject, type JsonObject, omit } from "../../values/json.ts";
import type { JsonValue } from "../../values/json-schema.ts";
import { ofCondition } from "./condition.ts";
import { ofExpression } from "./expression.ts";
import { contains } from "./lacking.ts";
import { inHelper, inRound, knownValue, pathOf, type Scope } from "./scope.ts";
import { asItIs, both, type Way } from "./way.ts";

/**
 * How a body may come to have something that it has not, each way for one part of it. Ways are proposals: whoever takes
 * one looks whether it really makes things better.
 */
export function ofBody(body: unknown, wanted: JsonValue, scope: Scope): readonly Way[] {
  if (body === undefined) return [];
  if (contains(bodyNow(body, scope), wanted)) return [asItIs];
  if (isExpression(body)) return ofExpression(body[expressionNode], wanted, scope);
  if (isHole(body)) return ofHole(body[hole], wanted, scope);
  if (Array.isArray(body)) return Array.isArray(wanted) ? ofList(body, wanted, scope) : [];
  if (typeof body === "object" && body !== null && isObject(wanted)) return ofFields(body, wanted, scope);
  return [];
}

function bodyNow(body: unknown, { environment }: Scope): JsonValue | undefined {
  try {
    return evaluateBody(body, environment);
  } catch {
    return undefined;
  }
}

function ofHole(tree: HoleNode, wanted: JsonValue, scope: Scope): readonly Way[] {
  switch (tree.op) {
    case "when":
      return ofWhen(tree, (branch) => ofBody(branch, wanted, scope), scope);
    case "fragment":
      return ofFragment(tree.include, wanted, scope);
    case "keyedList":
      return Array.isArray(wanted) ? ofKeyedList(tree, wanted, scope) : [];
    case "mapping":
      return isObject(wanted) ? ofMapping(tree, wanted, scope) : [];
    case "each":
    case "items":
      return Array.isArray(wanted) ? ofList([{ [hole]: tree }], wanted, scope) : [];
    case "textBlock":
      return [];
    default:
      return tree satisfies never;
  }
}

/** The other branch may be right as it stands, or with more. */
function ofWhen(
  { condition, then, otherwise }: WhenNode,
  inside: (branch: unknown) => readonly Way[],
  scope: Scope,
): readonly Way[] {
  return [
    { branch: then, holding: true },
    { branch: otherwise, holding: false },
  ].flatMap(({ branch, holding }) => {
    if (branch === undefined) return [];
    return both(ofCondition(condition, holding, scope), [asItIs, ...inside(branch)]);
  });
}

/** The scope of a chart's documents. */
export function rootScope(environment: Environment): Scope {
  return { environment, variables: {}, parameters: {}, ofInclude: ofFragment };
}

function ofFragment(include: IncludeNode, wanted: JsonValue, scope: Scope): readonly Way[] {
  return ofBody(include.helper.body, wanted, inHelper(include, scope));
}

function ofFields(body: object, wanted: JsonObject, scope: Scope): readonly Way[] {
  const fields = new Map<string, unknown>(Object.entries(body));
  return Object.entries(wanted).flatMap(([name, value]) => ofBody(fields.get(name), value, scope));
}

/** Which item of the body a wanted one answers to is not said, so each is asked. */
function ofList(body: readonly unknown[], wanted: readonly JsonValue[], scope: Scope): readonly Way[] {
  return body.flatMap((item) => {
    const tree = isHole(item) ? item[hole] : undefined;
    if (tree?.op === "each") return tree.bodies.flatMap((body) => ofEach(tree, body, wanted, scope));
    if (tree?.op === "items") return ofItems(tree.of, body, wanted, scope);
    return wanted.flatMap((one) => ofBody(item, one, scope));
  });
}

/** What the chart does not write there itself. */
function ofItems(of: Node, body: readonly unknown[], wanted: readonly JsonValue[], scope: Scope): readonly Way[] {
  const own = body.filter((item) => !isHole(item)).map((item) => bodyNow(item, scope));
  const others = wanted.filter((one) => !own.includes(one));
  return ofExpression(of, others, scope);
}

/** A list gets its items all at once; a map an entry, by the field that its key is written to. */
function ofEach(loop: Loop, body: unknown, wanted: readonly JsonValue[], scope: Scope): readonly Way[] {
  const rounds = wanted.map((one, place) => {
    const key = loop.key ? keyIn(body, loop.key.name, one) : place;
    const inside = key === undefined ? undefined : inRound(loop, key, place, scope);
    return inside ? ofBody(body, one, inside).slice(0, 1) : [];
  });
  return rounds.reduce<readonly Way[]>((ways, round) => both(ways, round), [asItIs]);
}

function keyIn(body: unknown, name: string, wanted: JsonValue): string | undefined {
  if (typeof body !== "object" || body === null || !isObject(wanted)) return undefined;
  for (const [field, part] of Object.entries(body)) {
    if (!isExpression(part)) continue;
    const tree = part[expressionNode];
    const value = wanted[field];
    if (tree.op === "variable" && tree.name === name && typeof value === "string") return value;
  }
  return undefined;
}

function ofKeyedList(tree: KeyedListNode, wanted: readonly JsonValue[], scope: Scope): readonly Way[] {
  const own = ownEntries(tree);
  return wanted.filter(isObject).flatMap((item) => {
    const key = item[tree.by];
    if (typeof key !== "string") return [];
    const rest = omit(item, [tree.by]);
    if (key in own) return ofBody(own[key], rest, scope);
    const computed = tree.computed.flatMap(({ items, keys }) =>
      new RegExp(`^(?:${keys})$`).test(key) ? ofBody(items, [item], scope) : [],
    );
    return [...computed, ...tree.user.flatMap((map) => ofBody(asBody(map), { [key]: rest }, scope))];
  });
}

function asBody(tree: Node): unknown {
  return { [expressionNode]: tree };
}

function ofMapping({ parts }: MappingNode, wanted: JsonObject, scope: Scope): readonly Way[] {
  return Object.entries(wanted).flatMap(([key, value]) =>
    parts.flatMap((part) => {
      if ("own" in part) return ofBody(part.own[key], value, scope);
      if ("user" in part) return pathOf(part.user, scope) ? ofBody(asBody(part.user), { [key]: value }, scope) : [];
      if ("named" in part) {
        const named = part.named.filter((entry) => isNamed(entry.key, key, scope));
        return named.flatMap((entry) => ofBody(entry.value, value, scope));
      }
      const { fragment, condition } = part;
      const there = condition ? ofCondition(condition, true, scope) : [asItIs];
      return both(there, ofFragment(fragment, { [key]: value }, scope));
    }),
  );
}

function isNamed(tree: Node, key: string, scope: Scope): boolean {
  return knownValue(tree, scope) !== undefined && evaluateText(tree, scope.environment) === key;
}
