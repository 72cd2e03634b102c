import { node as expressionNode, isExpression } from "../expressions/expression.ts";
import type { Helper, Node } from "../expressions/node.ts";
import type { Document } from "./document.ts";
import { type HoleNode, hole, isHole, type Loop } from "./hole.ts";

/** Any tree that may occur in a body. The `op` tells them all apart. */
export type Part = Node | HoleNode;

/** Every tree in a body, in reading order, without the bodies of the helpers it includes. */
export function partsOf(body: unknown): readonly Part[] {
  const parts: Part[] = [];
  collect(body, parts);
  return parts;
}

/** Every tree in an expression, itself first. */
export function nodesOf(tree: Node): readonly Node[] {
  const nodes: Node[] = [];
  collectNodes(tree, nodes);
  return nodes;
}

/** Every tree in a document. */
export function documentParts({ condition, bindings, body }: Document): readonly Part[] {
  return [...nodesOf(condition[expressionNode]), ...bindings.flatMap(({ value }) => nodesOf(value)), ...partsOf(body)];
}

/** Every tree in a helper. */
export function helperParts({ bindings, body }: Helper): readonly Part[] {
  return [...bindings.flatMap(({ value }) => nodesOf(value)), ...partsOf(body)];
}

/** The helpers that trees include, and those that these include in turn. */
export function helpersIn(parts: Iterable<Part>): ReadonlySet<Helper> {
  const found = new Set(includedIn(parts));
  // A set yields what is added to it while it is read.
  for (const helper of found) {
    for (const included of includedIn(helperParts(helper))) found.add(included);
  }
  return found;
}

function* includedIn(parts: Iterable<Part>): Generator<Helper> {
  for (const part of parts) if (part.op === "include") yield part.helper;
}

function collect(body: unknown, parts: Part[]): void {
  if (typeof body !== "object" || body === null) return;
  if (isExpression(body)) collectNodes(body[expressionNode], parts);
  else if (isHole(body)) collectHole(body[hole], parts);
  else for (const value of Object.values(body)) collect(value, parts);
}

function collectNodes(tree: Node, parts: Part[]): void {
  parts.push(tree);
  switch (tree.op) {
    case "text":
      for (const part of tree.parts) collectNodes(part, parts);
      break;
    case "include":
      for (const given of Object.values(tree.arguments)) collectNodes(given, parts);
      break;
    case "lookup":
      if (tree.secret) collectNodes(tree.secret, parts);
      break;
    case "member":
      collectNodes(tree.of, parts);
      collectNodes(tree.name, parts);
      break;
    case "table":
      for (const condition of Object.values(tree.rows)) collectNodes(condition, parts);
      break;
    case "call":
      for (const given of tree.arguments) collectNodes(given, parts);
      break;
  }
}

function collectLoop({ over, bindings = [] }: Loop, parts: Part[]): void {
  collectNodes(over, parts);
  for (const { value } of bindings) collectNodes(value, parts);
}

function collectHole(tree: HoleNode, parts: Part[]): void {
  parts.push(tree);
  switch (tree.op) {
    case "when":
      collectNodes(tree.condition, parts);
      collect(tree.then, parts);
      collect(tree.otherwise, parts);
      break;
    case "each":
      collectLoop(tree, parts);
      collect(tree.bodies, parts);
      break;
    case "keyedList":
      for (const { include } of tree.shared) collectNodes(include, parts);
      collect(tree.own, parts);
      for (const { items } of tree.computed) collect(items, parts);
      for (const user of tree.user) collectNodes(user, parts);
      break;
    case "mapping":
      for (const part of tree.parts) {
        if ("own" in part) collect(part.own, parts);
        else if ("named" in part) {
          if (part.loop) collectLoop(part.loop, parts);
          for (const { key, value } of part.named) {
            collectNodes(key, parts);
            collect(value, parts);
          }
        } else if ("user" in part) collectNodes(part.user, parts);
        else {
          if (part.condition) collectNodes(part.condition, parts);
          collectNodes(part.fragment, parts);
        }
      }
      break;
    case "items":
      collectNodes(tree.of, parts);
      break;
    case "textBlock":
      collect(tree.lines, parts);
      break;
    case "fragment":
      collectNodes(tree.include, parts);
      break;
  }
}
