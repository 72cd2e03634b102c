import type { Environment } from "../../expressions/environment.ts";
import { evaluate } from "../../expressions/evaluate.ts";
import type { Binding, IncludeNode, Node, ValueNode } from "../../expressions/node.ts";
import { withVariables } from "../../template/evaluate/bindings.ts";
import type { Loop } from "../../template/hole.ts";
import type { JsonValue } from "../../values/json-schema.ts";
import type { Path, Way } from "./way.ts";

/** What a name in a template stands for: an entry of values, or a tree that says it. */
type Origin = { readonly path: Path } | { readonly tree: Node; readonly scope: Scope };

/** Where a part of a template stands: what Helm would know there, and where names come from. */
export interface Scope {
  readonly environment: Environment;
  readonly variables: Readonly<Record<string, Origin>>;
  readonly parameters: Readonly<Record<string, Origin>>;
  /** How what a helper gives may come to be. Helpers have bodies, which are none of an expression's business. */
  readonly ofInclude: (tree: IncludeNode, wanted: JsonValue, scope: Scope) => readonly Way[];
}

/** What a tree is now; undefined where it cannot be told, such as in an entry that is not there yet. */
export function knownValue(tree: Node, { environment }: Scope): JsonValue | undefined {
  try {
    return evaluate(tree, environment);
  } catch {
    return undefined;
  }
}

/** Where the names at the head of a document or helper are bound. */
export function bound(bindings: readonly Binding[], outside: Scope): Scope {
  return bindings.reduce(
    (scope, { variable: { name }, value }) =>
      withName(scope, name, { tree: value, scope }, knownValue(value, scope) ?? ""),
    outside,
  );
}

function withName(scope: Scope, name: string, origin: Origin, value: JsonValue): Scope {
  return {
    ...scope,
    environment: withVariables(scope.environment, { [name]: value }),
    variables: { ...scope.variables, [name]: origin },
  };
}

/** Within a helper. */
export function inHelper({ helper, arguments: given }: IncludeNode, outside: Scope): Scope {
  const entries = Object.entries(given);
  const parameters = Object.fromEntries(entries.map(([name, tree]) => [name, knownValue(tree, outside) ?? ""]));
  const environment = { rendering: outside.environment.rendering, variables: {}, parameters };
  const origins = Object.fromEntries(entries.map(([name, tree]) => [name, { tree, scope: outside }]));
  return bound(helper.bindings, { ...outside, environment, variables: {}, parameters: origins });
}

/** In one round of a loop: that of an entry or item, whether it is there yet or not. */
export function inRound(loop: Loop, key: string | number, place: number, outside: Scope): Scope | undefined {
  const path = loop.over.op === "value" ? pathOf(loop.over, outside) : undefined;
  if (path === undefined) return undefined;
  const collection = knownValue(loop.over, outside);
  const value = (collection as Readonly<Record<string | number, JsonValue>> | undefined)?.[key] ?? {};
  const known = {
    [loop.item.name]: value,
    ...(loop.key && { [loop.key.name]: key }),
    ...(loop.index && { [loop.index.name]: place }),
  };
  return bound(loop.bindings ?? [], {
    ...outside,
    environment: withVariables(outside.environment, known),
    variables: { ...outside.variables, [loop.item.name]: { path: [...path, key] } },
  });
}

/** What a variable or parameter stands for. */
export function originOf(node: { readonly op: "variable" | "parameter"; readonly name: string }, scope: Scope) {
  return scope[`${node.op}s`][node.name];
}

/** Where a declared value is among the values; undefined for what is no part of them. */
export function pathOf({ path, from }: ValueNode, scope: Scope): Path | undefined {
  if (!from) return path;
  const origin = originOf(from, scope);
  if (!origin) return undefined;
  if ("path" in origin) return [...origin.path, ...path];
  const start = origin.tree.op === "value" ? pathOf(origin.tree, origin.scope) : undefined;
  return start && [...start, ...path];
}
