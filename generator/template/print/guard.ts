import { always } from "../../expressions/condition.ts";
import { node as expressionNode } from "../../expressions/expression.ts";
import { identity } from "../../expressions/identity.ts";
import { implies } from "../../expressions/implication.ts";
import type { Node } from "../../expressions/node.ts";
import { knowing, type Scope } from "../../expressions/print.ts";
import { hole, isHole, type WhenNode } from "../hole.ts";
import { presence } from "../presence.ts";
import { printAction } from "./action.ts";
import { action, type Lines } from "./lines.ts";

/** `{{- if … }}`. */
export function printGuard(condition: Node, indent: number, scope: Scope, keyword: "if" | "else if" = "if"): Lines {
  return printAction(keyword, condition, indent, scope);
}

export function printWhen(
  tree: WhenNode,
  indent: number,
  scope: Scope,
  print: (branch: unknown, inside: Scope) => Lines,
): Lines {
  const lines = [...printGuard(tree.condition, indent, scope), ...print(tree.then, knowing(tree.condition, scope))];
  let { otherwise } = tree;
  while (isHole(otherwise) && otherwise[hole].op === "when") {
    const { condition, then } = otherwise[hole];
    lines.push(...printGuard(condition, indent, scope, "else if"), ...print(then, knowing(condition, scope)));
    otherwise = otherwise[hole].otherwise;
  }
  if (otherwise !== undefined) lines.push(action(indent, "else"), ...print(otherwise, scope));
  return [...lines, action(indent, "end")];
}

/** Entries one after the other, those that follow each other under the same condition behind one guard. */
export function printEntries(
  entries: readonly (readonly [key: string, value: unknown])[],
  indent: number,
  scope: Scope,
  print: (key: string, value: unknown, inside: Scope) => Lines,
): Lines {
  const [first, ...others] = entries;
  if (!first) return [];
  const condition = guardOf(first[1]);
  if (!condition) return [...print(...first, scope), ...printEntries(others, indent, scope, print)];
  if (isKnown(condition, scope))
    return printEntries([[first[0], unguarded(first[1])], ...others], indent, scope, print);
  const differs = others.findIndex(([, value]) => {
    const guard = guardOf(value);
    return !guard || identity(guard) !== identity(condition);
  });
  const together = [first, ...(differs < 0 ? others : others.slice(0, differs))];
  const inside = knowing(condition, scope);
  return [
    ...printGuard(condition, indent, scope),
    ...together.flatMap(([key, value]) => print(key, unguarded(value), inside)),
    action(indent, "end"),
    ...(differs < 0 ? [] : printEntries(others.slice(differs), indent, scope, print)),
  ];
}

function isKnown(condition: Node, scope: Scope): boolean {
  return scope.known.some((fact) => implies(fact, condition));
}

/** An entry without the condition that it is there by. */
function unguarded(value: unknown): unknown {
  return isHole(value) && value[hole].op === "when" ? value[hole].then : value;
}

/** The condition of an entry that is there only where it holds. */
function guardOf(value: unknown): Node | undefined {
  if (!isHole(value)) return undefined;
  const tree = value[hole];
  return tree.op === "when" && tree.otherwise === undefined ? tree.condition : undefined;
}

/** Whether a body prints something for certain, given what is known. */
export function isCertain(body: unknown, scope: Scope): boolean {
  return presence(body, scope.known)[expressionNode] === always[expressionNode];
}
