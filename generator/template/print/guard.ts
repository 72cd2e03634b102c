import { always } from "../../expressions/condition.ts";
import { expression, node as expressionNode } from "../../expressions/expression.ts";
import { factored } from "../../expressions/factored.ts";
import { identity } from "../../expressions/identity.ts";
import { implies } from "../../expressions/implication.ts";
import type { Binding, Node } from "../../expressions/node.ts";
import { knowing, type Scope } from "../../expressions/print.ts";
import { hole, isHole, type WhenNode } from "../hole.ts";
import { presence } from "../presence.ts";
import { nodesOf } from "../walk.ts";
import { printAction } from "./action.ts";
import { action, type Lines } from "./lines.ts";

/** `{{- if … }}`. */
export function printGuard(condition: Node, indent: number, scope: Scope, keyword: "if" | "else if" = "if"): Lines {
  return printAction(keyword, factored(expression(condition))[expressionNode], indent, scope);
}

/** What is bound before a condition, which refers to it, and what where it holds. */
export function boundAround(condition: Node, bindings: readonly Binding[]) {
  const needed = nodesOf(condition).map(identity);
  const count = bindings.findLastIndex(({ variable }) => needed.includes(identity(variable))) + 1;
  return { before: bindings.slice(0, count), within: bindings.slice(count) };
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

type Entries = readonly (readonly [key: string, value: unknown])[];

/** Entries that follow each other under the same condition, or under none. */
interface Run {
  readonly condition: Node | undefined;
  readonly entries: [key: string, value: unknown][];
}

/** Entries one after the other, those that follow each other under the same condition behind one guard. */
export function printEntries(
  entries: Entries,
  indent: number,
  scope: Scope,
  print: (key: string, value: unknown, inside: Scope) => Lines,
): Lines {
  return runsOf(entries, scope).flatMap(({ condition, entries: run }) => {
    if (!condition) return run.flatMap(([key, value]) => print(key, value, scope));
    const inside = knowing(condition, scope);
    const lines = run.flatMap(([key, value]) => print(key, value, inside));
    return [...printGuard(condition, indent, scope), ...lines, action(indent, "end")];
  });
}

function runsOf(entries: Entries, scope: Scope): readonly Run[] {
  const runs: Run[] = [];
  for (const [key, entry] of entries) {
    const value = withoutKnown(entry, scope);
    const condition = guardOf(value);
    const last = runs.at(-1);
    const content = condition ? unguarded(value) : value;
    if (last && isSame(last.condition, condition)) last.entries.push([key, content]);
    else runs.push({ condition, entries: [[key, content]] });
  }
  return runs;
}

function isSame(one: Node | undefined, other: Node | undefined): boolean {
  return one && other ? identity(one) === identity(other) : one === other;
}

/** An entry without the conditions that are known to hold. */
function withoutKnown(value: unknown, scope: Scope): unknown {
  const guard = guardOf(value);
  return guard && isKnown(guard, scope) ? withoutKnown(unguarded(value), scope) : value;
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
