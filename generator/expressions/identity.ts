import type { Node } from "./node.ts";

/** Trees are compared again and again, and share their parts. */
const known = new WeakMap<Node, string>();

/** Equal for trees that mean the same value. Declarations are left out: a path tells them apart, as a name does helpers. */
export function identity(tree: Node): string {
  const before = known.get(tree);
  if (before !== undefined) return before;
  const text = written(Object.entries(tree));
  known.set(tree, text);
  return text;
}

function written(fields: readonly [string, unknown][]): string {
  const told = fields.filter(([key]) => key !== "declaration");
  return `{${told.map(([key, value]) => `${key}:${key === "helper" ? nameOf(value) : textOf(value)}`).join()}}`;
}

function textOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(textOf).join()}]`;
  return "op" in value ? identity(value as Node) : written(Object.entries(value));
}

function nameOf(helper: unknown): string {
  return typeof helper === "object" && helper !== null && "name" in helper ? String(helper.name) : "";
}
