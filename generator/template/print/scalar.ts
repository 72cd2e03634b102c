import type { Node } from "../../expressions/node.ts";
import { printExpression, type Scope } from "../../expressions/print.ts";
import { resultOf } from "../../expressions/result.ts";
import { escaped, type Lines, pad } from "./lines.ts";
import { yamlScalar } from "./yaml.ts";

/** A string, number or boolean as YAML in a template. */
export function printScalar(value: unknown): string {
  return escaped(yamlScalar(value));
}

/** An expression as a YAML scalar: quoted unless it is a number, a switch, or text that needs no quotes. */
export function printScalarExpression(tree: Node, scope: Scope): string {
  if (resultOf(tree) !== "text") return `{{ ${printExpression(tree, scope)} }}`;
  if (tree.op === "text" && tree.parts.every((part, index) => isPlain(part, index === 0)))
    return tree.parts
      .map((part) => (part.op === "literal" ? part.value : `{{ ${printExpression(part, scope)} }}`))
      .join("");
  // A name alone may be a word such as `true`.
  if (tree.op !== "include" && isPlain(tree, true)) return `{{ ${printExpression(tree, scope)} }}`;
  const quoted = tree.op === "call" && tree.function === "toText" ? tree.arguments[0] : tree;
  return `{{ ${printExpression(quoted ?? tree, scope)} | quote }}`;
}

/** A text within plain text: what it is made of one after the other, without quotes. */
export function printInline(tree: Node, scope: Scope): string {
  const parts = tree.op === "text" ? tree.parts : [tree];
  return parts
    .map((part) => (part.op === "literal" ? escaped(String(part.value)) : `{{ ${printExpression(part, scope)} }}`))
    .join("");
}

/** Whether YAML reads a part of a text as it stands, and as text. */
function isPlain(tree: Node, first: boolean): boolean {
  switch (tree.op) {
    case "include":
      return tree.helper.plain;
    case "literal":
      return (first ? /^[A-Za-z/][\w./-]*$/ : /^[\w./-]*$/).test(String(tree.value));
    case "value":
      return (
        tree.declaration.kind === "oneOf" && tree.declaration.options.every((option) => printScalar(option) === option)
      );
    default:
      return false;
  }
}

/** A short list of plain words on one line, an empty list or map; otherwise nothing. */
export function printFlow(value: object, column: number): string | undefined {
  const parts: readonly unknown[] = Object.values(value);
  if (parts.length === 0) return Array.isArray(value) ? "[]" : "{}";
  if (!Array.isArray(value) || parts.some((part) => typeof part === "object")) return undefined;
  if (parts.some((part) => typeof part === "string" && /[\n,[\]{}]/.test(part))) return undefined;
  const text = `[${parts.map(printScalar).join(", ")}]`;
  return column + text.length <= 100 ? text : undefined;
}

export function printBlockScalar(head: string, text: string, indent: number): Lines {
  const lines = text.replace(/\n$/, "").split("\n");
  return [
    `${head} ${text.endsWith("\n") ? "|" : "|-"}`,
    ...lines.map((line) => (line ? `${pad(indent + 2)}${escaped(line)}` : "")),
  ];
}
