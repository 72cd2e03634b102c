import { always, and, type Condition, isSet } from "../expressions/condition.ts";
import { type Expression, node } from "../expressions/expression.ts";
import { type Hole, hole, type Maybe, type Templated } from "./hole.ts";

/** `then` where the condition holds, `otherwise` where it does not; without the latter, nothing. */
export function when<T>(condition: Condition, then: NoInfer<Templated<T>>, otherwise: NoInfer<Templated<T>>): Hole<T>;
export function when<T>(condition: Condition, then: NoInfer<Templated<T> | Maybe<T>>): Maybe<T>;
export function when<T>(
  condition: Condition,
  then: NoInfer<Templated<T> | Maybe<T>>,
  otherwise: NoInfer<Templated<T> | Maybe<T>>,
): Maybe<T>;
export function when(condition: Condition, then: unknown, otherwise?: unknown): unknown {
  const tree = condition[node];
  const decided = tree.op === "literal" ? tree.value : undefined;
  if (decided === true) return then;
  if (decided === false && otherwise !== undefined) return otherwise;
  return {
    [hole]: { op: "when", condition: tree, then, ...(otherwise === undefined ? {} : { otherwise }) },
    fills: otherwise === undefined ? "perhaps" : "always",
  };
}

/** The text where it is not empty, and where a further condition holds. */
export function whenSet(value: Expression<string>, also: Condition = always): Maybe<string> {
  return when<string>(and(also, isSet(value)), value);
}
