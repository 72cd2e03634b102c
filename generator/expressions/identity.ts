import type { Node } from "./node.ts";

/** Trees are compared again and again, and share their parts. */
const known = new WeakMap<Node, number>();

/** What has been written down so far. A part is written as its number, so that deep trees take no longer than flat ones. */
const numbers = new Map<string, number>();

/** Equal for trees that mean the same value. Declarations are left out: a path tells them apart, as a name does helpers. */
export function identity(tree: Node): number {
  const before = known.get(tree);
  if (before !== undefined) return before;
  const text = written(tree);
  const number = numbers.get(text) ?? numbers.size;
  numbers.set(text, number);
  known.set(tree, number);
  return number;
}

function written(fields: object): string {
  let text = "";
  for (const [key, value] of Object.entries(fields)) {
    if (key !== "declaration") text += `${key}:${key === "helper" ? nameOf(value) : textOf(value)},`;
  }
  return `{${text}}`;
}

function textOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(textOf).join()}]`;
  return "op" in value ? `#${identity(value as Node)}` : written(value);
}

function nameOf(helper: unknown): string {
  return typeof helper === "object" && helper !== null && "name" in helper ? String(helper.name) : "";
}
