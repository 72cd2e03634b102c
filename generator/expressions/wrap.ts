import { type Expression, node } from "./expression.ts";
import type { Node } from "./node.ts";
import { textOf } from "./text.ts";

/** Columns of a line: as a person reads it, and as it stands in the template, holes and all. */
export interface Width {
  readonly printed: number;
  readonly template: number;
}

/** A text broken between words into lines that have room for it. White space of any kind is one space. */
export function wrapped(text: Expression<string>, most: Width): readonly Expression<string>[] {
  const tree = text[node];
  const lines: Node[][] = [];
  let used = most;
  for (const word of wordsOf(tree.op === "text" ? tree.parts : [tree])) {
    const taken = word.map(widthOf).reduce(sum);
    const longer = sum(sum(used, space), taken);
    const last = lines.at(-1);
    if (last === undefined || longer.printed > most.printed || longer.template > most.template) {
      lines.push([...word]);
      used = taken;
    } else {
      last.push({ op: "literal", value: " " }, ...word);
      used = longer;
    }
  }
  return lines.map(textOf);
}

const space: Width = { printed: 1, template: 1 };

function sum(one: Width, other: Width): Width {
  return { printed: one.printed + other.printed, template: one.template + other.template };
}

/** The words of a text, each of the parts that it is made of. */
function wordsOf(parts: readonly Node[]): readonly (readonly Node[])[] {
  const words: Node[][] = [[]];
  for (const part of parts) {
    if (part.op !== "literal") {
      words.at(-1)?.push(part);
      continue;
    }
    const [first = "", ...others] = String(part.value).split(/\s+/);
    if (first) words.at(-1)?.push({ op: "literal", value: first });
    for (const other of others) words.push(other ? [{ op: "literal", value: other }] : []);
  }
  return words.filter(({ length }) => length > 0);
}

/** What fills a hole is known to nobody before values are: a name, mostly. */
const filling = 16;

function widthOf(part: Node): Width {
  if (part.op !== "literal") return { printed: filling, template: templateWidth(part) };
  const { length } = String(part.value);
  return { printed: length, template: length };
}

/** About as many columns as a hole has in a template. */
function templateWidth(part: Exclude<Node, { readonly op: "literal" }>): number {
  switch (part.op) {
    case "value":
      return "{{ int64 .Values. }}".length + part.path.join(".").length;
    case "include":
      return `{{ include "arizuko." . }}`.length + part.helper.name.length;
    case "builtin":
    case "variable":
    case "parameter":
      return "{{ . }}".length + part.name.length;
    default:
      return "{{ }}".length;
  }
}
