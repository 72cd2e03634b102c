import { type Expression, isExpression, node } from "../expressions/expression.ts";
import type { Node } from "../expressions/node.ts";
import type { groupNode } from "../expressions/reference.ts";
import { declaredValue } from "./each.ts";
import {
  type Hole,
  type HoleNode,
  hole,
  isHole,
  type Loop,
  type MappingNode,
  type Maybe,
  type Templated,
} from "./hole.ts";

type StringMap = Readonly<Record<string, string>>;
type OwnStrings = { readonly [key: string]: Templated<string> | Maybe<string> } & { readonly [groupNode]?: never };

/** An entry whose key is a value itself, such as the name that the user gives to a key of a Secret. */
export interface NamedEntry {
  readonly key: Expression<string>;
  readonly value: Templated<string> | Maybe<string>;
}

/** Such entries, once or for each round of a loop. */
export interface NamedEntries {
  readonly named: readonly NamedEntry[];
  readonly loop?: Loop;
}

/**
 * A map of strings such as labels, annotations or a ConfigMap's data, put together of the chart's own entries, of what
 * helpers print, and of maps of the user's. The schema refuses the user a key that the chart writes.
 */
export function mapping(
  ...parts: readonly (OwnStrings | NamedEntries | Hole<StringMap> | Maybe<StringMap> | Expression<StringMap>)[]
): Hole<{ [key: string]: string }> {
  return {
    [hole]: {
      op: "mapping",
      parts: parts.map((part) => {
        if (isExpression(part)) return { user: declaredValue(part[node], "map") };
        if (isNamed(part)) return namedPart(part);
        if (!isHole(part)) return { own: part };
        return fragmentPart(part[hole]);
      }),
    },
    fills: "always",
  };
}

/**
 * An object put together of fields that helpers print, which other objects have too, and of its own. What is shared
 * stands after one of these, where a reader looks for it, or before them all.
 */
export function composed<T, Shared extends keyof T>(
  shared: readonly Hole<Partial<Pick<T, Shared>>>[],
  own: Templated<Omit<T, Shared>>,
  after?: keyof Omit<T, Shared>,
): Hole<T> {
  if (typeof own !== "object" || own === null || isHole(own) || isExpression(own))
    throw new Error("an object is put together of fields that are written out, not of a hole");
  const fields = Object.entries(own);
  const head = fields.findIndex(([field]) => field === after) + 1;
  const parts = [
    { own: Object.fromEntries(fields.slice(0, head)) },
    ...shared.map((part) => fragmentPart(part[hole])),
    { own: Object.fromEntries(fields.slice(head)) },
  ];
  return { [hole]: { op: "mapping", parts }, fills: "always" };
}

function fragmentPart(tree: HoleNode, condition?: Node): MappingNode["parts"][number] {
  if (tree.op === "fragment" && tree.text)
    throw new Error(`a mapping includes "${tree.include.helper.name}" itself and takes no text that is bound`);
  if (tree.op === "fragment") return { fragment: tree.include, ...(condition && { condition }) };
  if (tree.op === "when" && !condition && isHole(tree.then) && tree.otherwise === undefined)
    return fragmentPart(tree.then[hole], tree.condition);
  throw new Error(`a mapping is made of entries, fragments and maps, not of a ${tree.op}`);
}

function namedPart({ named, loop }: NamedEntries): MappingNode["parts"][number] {
  return { named: named.map(({ key, value }) => ({ key: key[node], value })), ...(loop && { loop }) };
}

function isNamed(part: object): part is NamedEntries {
  return "named" in part && Array.isArray(part.named);
}
