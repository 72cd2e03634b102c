import type { CallNode, Node, TextNode, ValueNode } from "../../expressions/node.ts";
import { isObject } from "../../values/json.ts";
import type { JsonValue } from "../../values/json-schema.ts";
import { asDeclared } from "./declared.ts";
import { knownValue, originOf, pathOf, type Scope } from "./scope.ts";
import { asItIs, both, type Path, sameValue, type Way } from "./way.ts";

/** How an expression may come to have a value. */
export function ofExpression(tree: Node, wanted: JsonValue, scope: Scope): readonly Way[] {
  if (sameValue(knownValue(tree, scope), wanted)) return [asItIs];
  switch (tree.op) {
    case "value":
      return ofValue(tree, wanted, scope);
    case "variable":
    case "parameter": {
      const origin = originOf(tree, scope);
      return origin && "tree" in origin ? ofExpression(origin.tree, wanted, origin.scope) : [];
    }
    case "text":
      return typeof wanted === "string" ? ofText(tree, wanted, scope) : [];
    case "include":
      return scope.ofInclude(tree, wanted, scope);
    case "call":
      return ofCall(tree, wanted, scope);
    default:
      return [];
  }
}

function ofValue(tree: ValueNode, wanted: JsonValue, scope: Scope): readonly Way[] {
  const path = pathOf(tree, scope);
  if (path === undefined) return [];
  const now = knownValue(tree, scope);
  // Of a collection only what differs: the rest may be the chart's defaults.
  if (isObject(wanted) && tree.declaration.kind !== "list" && isObject(now ?? null))
    return fieldsThatDiffer(now ?? {}, wanted, path);
  const value = asDeclared(tree.declaration, wanted);
  return value === undefined ? [] : [[{ path, value }]];
}

function fieldsThatDiffer(now: JsonValue, wanted: JsonValue, path: Path): readonly Way[] {
  if (sameValue(now, wanted)) return [];
  if (!isObject(wanted) || !isObject(now)) return [[{ path, value: wanted }]];
  return Object.entries(wanted).flatMap(([name, value]) =>
    name in now
      ? fieldsThatDiffer(now[name] ?? null, value, [...path, name])
      : [[{ path: [...path, name], value }] satisfies Way],
  );
}

/** Text with holes: each hole is what stands there, taken as short as it can be, or else as long. */
function ofText(tree: TextNode, wanted: string, scope: Scope): readonly Way[] {
  return firstOf(
    () => ofPieces(tree, wanted, "(.*?)", scope),
    () => ofPieces(tree, wanted, "(.*)", scope),
  );
}

function ofPieces({ parts }: TextNode, wanted: string, piece: string, scope: Scope): readonly Way[] {
  const form = parts.map((part) => (part.op === "literal" ? escaped(String(part.value)) : piece)).join("");
  const [whole, ...found] = wanted.match(new RegExp(`^${form}$`, "s")) ?? [];
  if (whole === undefined) return [];
  const holes = parts.filter((part) => part.op !== "literal");
  return holes.reduce<readonly Way[]>(
    (ways, part, index) => both(ways, ofExpression(part, found[index] ?? "", scope)),
    [asItIs],
  );
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

/** The ways of the first that knows any. */
function firstOf(...sources: readonly (() => readonly Way[])[]): readonly Way[] {
  for (const source of sources) {
    const ways = source();
    if (ways.length > 0) return ways;
  }
  return [];
}

function ofCall(tree: CallNode, wanted: JsonValue, scope: Scope): readonly Way[] {
  const [first, second] = tree.arguments;
  if (!first) return [];
  const other = second && knownValue(second, scope);
  switch (tree.function) {
    case "toText":
      return ofExpression(first, wanted, scope);
    case "join":
      if (typeof wanted !== "string" || typeof other !== "string") return [];
      return ofExpression(first, wanted === "" ? [] : wanted.split(other), scope);
    case "trimPrefix":
      if (typeof wanted !== "string" || typeof other !== "string") return [];
      return firstOf(
        () => ofExpression(first, wanted, scope),
        () => ofExpression(first, `${other}${wanted}`, scope),
      );
    case "orElse":
      // The second is the one that is usually set; it counts where the first is empty.
      // Others may need that one otherwise: then the first is another way.
      return [
        ...(second && knownValue(first, scope) === "" ? ofExpression(second, wanted, scope) : []),
        ...ofExpression(first, wanted, scope),
      ];
    case "sum": {
      const known = knownValue(first, scope);
      if (!second || typeof known !== "number" || typeof wanted !== "number") return [];
      return ofExpression(second, wanted - known, scope);
    }
    default:
      return [];
  }
}
