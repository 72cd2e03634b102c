import { type Expression, expression } from "../expressions/expression.ts";
import type { Binding, Helper, IncludeNode, Node } from "../expressions/node.ts";
import { type Reference, referenceFrom, treeOf } from "../expressions/reference.ts";
import type { Declaration } from "../values/declaration.ts";
import type { Text } from "../values/text.ts";
import { type Hole, hole, type Items, type Maybe, type Templated } from "./hole.ts";

type Parameters = Readonly<Record<string, Declaration>>;
/** What the body of a helper refers to. */
type Given<P> = { readonly [K in keyof P]: Reference<P[K]> };
/** What a helper is called with; a text may be a literal. */
type Arguments<P> = { readonly [K in keyof P]: Reference<P[K]> | (P[K] extends Text ? string : never) };
declare const result: unique symbol;
declare const takes: unique symbol;

/** A named template that gives a `T`, a text or a body, and takes arguments of the declared types. */
export interface HelperOf<T, P = unknown> extends Helper {
  readonly [result]?: T;
  readonly [takes]?: P;
}

export interface HelperOptions<T> {
  readonly name: string;
  /** What it gives, for the reader of `_helpers.tpl`. */
  readonly comment: string;
  /** The file below `templates/`, without extension; without it, that of the helpers that many templates share. */
  readonly file?: string;
  /** Where it may print nothing, the field in which it stands is left out. */
  readonly body: Templated<T> | Maybe<T>;
  readonly bindings?: readonly Binding[];
  readonly plain?: boolean;
}

/** A helper without arguments. */
export function helper<T>(options: HelperOptions<T>): HelperOf<T, Readonly<Record<never, never>>> {
  return { parameters: {}, bindings: [], plain: false, ...options };
}

/** A helper with arguments: `options` is made from references to them. */
export function parametricHelper<T, const P extends Parameters>(
  parameters: P,
  options: (given: Given<P>) => HelperOptions<T>,
): HelperOf<T, P> {
  const given = Object.fromEntries(
    Object.entries(parameters).map(([name, declaration]) => [
      name,
      referenceFrom({ op: "parameter", name }, declaration),
    ]),
  );
  return { parameters, bindings: [], plain: false, ...options(given as Given<P>) };
}

/** The text that a helper gives. */
export function include<P>(from: HelperOf<string, P>, given: Arguments<P>): Expression<string> {
  return expression(includeNode(from, given));
}

/** The body that a helper gives. */
export function fragment<T, P>(from: HelperOf<T, P>, given: Arguments<P>): Hole<T> {
  return { [hole]: { op: "fragment", include: includeNode(from, given) }, fills: "always" };
}

/** The same where the document has bound what the helper prints: what draws random values is included once. */
export function boundFragment<T, P>(from: HelperOf<T, P>, { variable, value }: Binding): Hole<T> {
  if (value.op !== "include" || value.helper !== from)
    throw new Error(`the variable "${variable.name}" has not what "${from.name}" prints`);
  return { [hole]: { op: "fragment", include: value, text: variable }, fills: "always" };
}

/** The items that a helper gives, among others of a list. */
export function itemsFrom<T>(from: HelperOf<T[], Readonly<Record<never, never>>>): Items<T> {
  return { [hole]: { op: "items", of: includeNode(from, {}) }, fills: "items" };
}

/** What a helper prints for a fragment, as text: only to be digested for a checksum. */
export function printed<T, P>(from: HelperOf<T, P>, given: Arguments<P>): Expression<string> {
  return expression(includeNode(from, given));
}

/** The call of a helper. */
export function includeNode(from: Helper, given: object): IncludeNode {
  const trees = Object.entries(given).map(([name, value]): [string, Node] => [
    name,
    typeof value === "string" ? { op: "literal", value } : treeOf(value),
  ]);
  return { op: "include", helper: from, arguments: Object.fromEntries(trees) };
}
