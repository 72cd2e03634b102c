import type { JsonValue } from "../values/json-schema.ts";
import type { BuiltinNode, Helper, IncludeNode } from "./node.ts";

/** What trees are evaluated with: all that Helm would know where it prints them. */
export interface Environment {
  readonly rendering: Rendering;
  /** What loops and bindings bound, by name. */
  readonly variables: Readonly<Record<string, JsonValue>>;
  /** What the helper was called with, by name. */
  readonly parameters: Readonly<Record<string, JsonValue>>;
}

/** What stays the same throughout one rendering. */
export interface Rendering {
  /** `.Values`: the chart's defaults with the user's values over them. */
  readonly values: JsonValue;
  readonly builtins: Readonly<Record<BuiltinNode["name"], string>>;
  /** The Secrets of the release's namespace, which `lookup` finds; undefined where there is no cluster to ask. */
  readonly secrets: Secrets | undefined;
  readonly random: Random;
  /** What a helper gives. Its body may have holes, which are none of this layer's business. */
  readonly include: (tree: IncludeNode, environment: Environment) => JsonValue | undefined;
  /** What helpers without parameters gave, which is the same wherever they are included. */
  readonly included: Map<Helper, JsonValue | undefined>;
}

/** The data of Secrets, values in base64, by the Secret's name. */
export type Secrets = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** As many random bytes. */
export type Random = (count: number) => Uint8Array;

/**
 * What a name stands for.
 * @throws Error when nothing bound it, which is a mistake of the model's author
 */
export function bound(kind: "variable" | "parameter", name: string, environment: Environment): JsonValue {
  const value = environment[`${kind}s`][name];
  if (value === undefined) throw new Error(`the ${kind} "${name}" is used where nothing binds it`);
  return value;
}
