import { type Expression, expression, node, type SecretExpression } from "./expression.ts";
import type { FunctionName, Node } from "./node.ts";

const call = (name: FunctionName, ...parameters: readonly Node[]): Expression<string> =>
  expression({ op: "call", function: name, arguments: parameters });

/** Text with holes: ``string`${name}-config` ``. */
export function string(
  pieces: TemplateStringsArray,
  ...holes: readonly (Expression<string | number> | string)[]
): Expression<string> {
  const parts = pieces.flatMap((piece, index): readonly Node[] => {
    const hole = holes[index];
    const after: readonly Node[] =
      hole === undefined ? [] : [typeof hole === "string" ? { op: "literal", value: hole } : hole[node]];
    return [{ op: "literal", value: piece }, ...after];
  });
  return textOf(parts);
}

/** Text of parts one after the other. */
export function textOf(parts: readonly Node[]): Expression<string> {
  return expression({ op: "text", parts: merged(parts) });
}

/** Neighbouring literals made one, texts within the text opened. */
function merged(parts: readonly Node[]): readonly Node[] {
  const result: Node[] = [];
  for (const part of parts.flatMap((tree) => (tree.op === "text" ? tree.parts : [tree]))) {
    const last = result.at(-1);
    if (part.op === "literal" && last?.op === "literal")
      result[result.length - 1] = { op: "literal", value: `${last.value}${part.value}` };
    else if (part.op !== "literal" || part.value !== "") result.push(part);
  }
  return result;
}

/** A number, switch or quantity written as text, as environment variables need it. */
export function toText(value: Expression<string | number> | Expression<boolean>): Expression<string> {
  return call("toText", value[node]);
}

/** The items of a list with a separator between them. */
export function join(value: Expression<readonly string[]>, separator: string): Expression<string> {
  return call("join", value[node], { op: "literal", value: separator });
}

/** The first `length` characters, less a hyphen at the end. */
export function cut(value: Expression<string>, length: number): Expression<string> {
  return call("cut", value[node], { op: "literal", value: length });
}

/** The first `length` hexadecimal digits of the SHA-256 digest. */
export function digest(value: Expression<string>, length = 64): Expression<string> {
  return call("digest", value[node], { op: "literal", value: length });
}

/** Base64, as the data of a Secret is written. */
export function base64(value: Expression<string> | SecretExpression): Expression<string> {
  return call("base64", value[node]);
}

/** Random bytes in base64, other ones at each rendering. */
export function randomBytes(count: number): Expression<string> {
  return call("randomBytes", { op: "literal", value: count });
}

/** Random letters and digits, other ones at each rendering. */
export function randomText(length: number): Expression<string> {
  return call("randomText", { op: "literal", value: length });
}

/** The text under a key of a map that a lookup found. */
export function valueAt(
  value: Expression<Readonly<Record<string, string>>>,
  key: Expression<string>,
): Expression<string> {
  return call("index", value[node], key[node]);
}

/** The text with each occurrence of one string put in place of another. */
export function replace(value: Expression<string>, old: string, by: string): Expression<string> {
  return call("replace", value[node], { op: "literal", value: old }, { op: "literal", value: by });
}

/** The text without a string at its beginning. */
export function trimPrefix(value: Expression<string>, prefix: string): Expression<string> {
  return call("trimPrefix", value[node], { op: "literal", value: prefix });
}

/** The first text, or the second where the first is empty. */
export function orElse(value: Expression<string>, fallback: Expression<string> | string): Expression<string> {
  return call(
    "orElse",
    value[node],
    typeof fallback === "string" ? { op: "literal", value: fallback } : fallback[node],
  );
}

/** An object without some of its fields. */
export function omit<T extends object>(value: Expression<T>, ...fields: readonly (keyof T & string)[]): Expression<T> {
  const names = fields.map((field): Node => ({ op: "literal", value: field }));
  return expression({ op: "call", function: "omit", arguments: [value[node], ...names] });
}
