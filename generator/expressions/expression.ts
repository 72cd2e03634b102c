import type { SecretText } from "../values/secret.ts";
import type { Node } from "./node.ts";

/** The key of an expression's tree. A symbol, so that no declared value's name can stand in for it. */
export const node: unique symbol = Symbol("node");
declare const type: unique symbol;

/** Something that has a value of type `T` once a release's values are known. */
export interface Expression<out T> {
  readonly [node]: Node;
  /** Known to the compiler only: without it, anything with a tree would fit anywhere. */
  readonly [type]: T;
}

/** A secret value: accepted by `isSet` and `base64` only. */
export interface SecretExpression {
  readonly [node]: Node;
  readonly [secretOf]: SecretText;
}
declare const secretOf: unique symbol;

/** Makes an expression of a tree. Only this layer calls it: elsewhere the types come from the functions. */
export function expression<T>(tree: Node): Expression<T> {
  return { [node]: tree } as Expression<T>;
}

export function isExpression(value: unknown): value is Expression<unknown> {
  return typeof value === "object" && value !== null && node in value;
}
