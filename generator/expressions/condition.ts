import type { Infer } from "../values/declaration.ts";
import type { MapOf } from "../values/map.ts";
import { type Expression, expression, node, type SecretExpression } from "./expression.ts";
import { identity } from "./identity.ts";
import { implies } from "./implication.ts";
import type { FunctionName, Literal, Node } from "./node.ts";

export type Condition = Expression<boolean>;

export const always: Condition = expression({ op: "literal", value: true });
export const never: Condition = expression({ op: "literal", value: false });

const call = (name: FunctionName, ...parameters: readonly Node[]): Condition =>
  expression({ op: "call", function: name, arguments: parameters });
const literal = (value: Literal): Node => ({ op: "literal", value });
const isLiteral = (tree: Node, value: boolean): boolean => tree.op === "literal" && tree.value === value;

export function not(condition: Condition): Condition {
  const tree = condition[node];
  if (isLiteral(tree, true)) return never;
  if (isLiteral(tree, false)) return always;
  if (tree.op === "call" && tree.function === "not" && tree.arguments[0]) return expression(tree.arguments[0]);
  return call("not", tree);
}

/** Whether all hold; true when there is none. */
export function and(...conditions: readonly Condition[]): Condition {
  return combine("and", true, conditions);
}

/** Whether one holds at least; false when there is none. */
export function or(...conditions: readonly Condition[]): Condition {
  return combine("or", false, conditions);
}

/** Flattens, leaves out what changes nothing, and stops at what decides. */
function combine(name: "and" | "or", neutral: boolean, conditions: readonly Condition[]): Condition {
  const trees = conditions
    .map((condition) => condition[node])
    .flatMap((tree) => (tree.op === "call" && tree.function === name ? tree.arguments : [tree]))
    .filter((tree) => !isLiteral(tree, neutral));
  const decided = neutral ? never : always;
  if (trees.some((tree) => isLiteral(tree, !neutral))) return decided;
  const parts = withoutRedundant(trees, (part, other) => (neutral ? implies(other, part) : implies(part, other)));
  if (contradictEachOther(parts)) return decided;
  const [first, ...others] = parts;
  if (!first) return neutral ? always : never;
  return others.length === 0 ? expression(first) : call(name, first, ...others);
}

/** Whether there is a tree and its contrary, one of which is a `not`. */
function contradictEachOther(trees: readonly Node[]): boolean {
  const denied = trees.flatMap((tree) => (tree.op === "call" && tree.function === "not" ? tree.arguments : []));
  if (denied.length === 0) return false;
  const identities = new Set(trees.map(identity));
  return denied.some((tree) => identities.has(identity(tree)));
}

/** The trees that another one does not make redundant; of two that do so to each other, the first. */
function withoutRedundant(trees: readonly Node[], redundant: (tree: Node, other: Node) => boolean): readonly Node[] {
  return trees.filter((tree, index) =>
    trees.every(
      (other, place) => place === index || !redundant(tree, other) || (redundant(other, tree) && index < place),
    ),
  );
}

/** Whether a value is the given one; a word that is no option of it does not compile. */
export function equals<T extends Literal>(value: Expression<T>, wanted: NoInfer<T>): Condition {
  return call("equals", value[node], literal(wanted));
}

export function atLeast(value: Expression<number>, least: number): Condition {
  return call("atLeast", value[node], literal(least));
}

/** Whether one number is greater than another. Rules cannot ask it: a schema compares no two values. */
export function moreThan(value: Expression<number>, other: Expression<number>): Condition {
  return call("moreThan", value[node], other[node]);
}

/** Whether a text, quantity or secret is not empty. */
export function isSet(value: Expression<string | number> | SecretExpression): Condition {
  return call("isSet", value[node]);
}

/** Whether a list or map has entries, or an embedded Kubernetes value fields. */
export function hasEntries(
  value: Expression<readonly unknown[]> | Expression<Infer<MapOf>> | Expression<object>,
): Condition {
  return call("isSet", value[node]);
}

/** Whether a map, or the data that a lookup found, has a key. */
export function hasKey(
  value: Expression<Readonly<Record<string, unknown>>>,
  key: Expression<string> | string,
): Condition {
  return call("hasKey", value[node], typeof key === "string" ? literal(key) : key[node]);
}

/** Whether a list has an item. */
export function includes<T extends Literal>(value: Expression<readonly T[]>, item: NoInfer<T>): Condition {
  return call("includes", value[node], literal(item));
}

/** Whether a text occurs in another. */
export function contains(value: Expression<string>, part: Expression<string>): Condition {
  return call("contains", value[node], part[node]);
}

export function longerThan(value: Expression<string>, length: number): Condition {
  return call("longerThan", value[node], literal(length));
}
