import { type Expression, expression, node } from "./expression.ts";
import type { Binding, VariableNode } from "./node.ts";
import { resultOf } from "./result.ts";

/** A value that a document or helper computes once, and the expression that stands for it. */
export interface Bound<T> extends Binding {
  readonly reference: Expression<T>;
}

/** Binds a variable; list it among the `bindings` of the document or helper that uses its reference. */
export function binding<T>(name: string, value: Expression<T>): Bound<T> {
  const integer = resultOf(value[node]) === "integer";
  const variable: VariableNode = { op: "variable", name, ...(integer && { integer }) };
  return { variable, value: value[node], reference: expression(variable) };
}
