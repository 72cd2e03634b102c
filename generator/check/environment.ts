import { always, type Condition, not } from "../expressions/condition.ts";
import { expression, node } from "../expressions/expression.ts";
import { implies } from "../expressions/implication.ts";
import { hole, isHole } from "../template/hole.ts";
import type { Chart } from "../topology/chart.ts";
import { type Component, secretVariablesOf, variablesOf } from "../topology/component.ts";
import type { Problem } from "./problem.ts";

/** An environment variable, and when it is set. */
interface Variable {
  readonly name: string;
  readonly when: Condition;
}

/** Environment variables that a component can get twice: one of the two would be silently overruled. */
export function repeatedVariables({ components }: Chart): readonly Problem[] {
  return components.flatMap(repeatedIn);
}

function repeatedIn(component: Component): readonly Problem[] {
  const { name, configuration, place } = component;
  const variables = [
    ...(configuration?.sets ?? []).flatMap(({ entries }) => Object.entries(entries).map(plainVariable)),
    ...variablesOf(component).map(plainVariable),
    ...secretVariablesOf(component).map(([variable, { when }]) => ({ name: variable, when })),
  ];
  const byName = Map.groupBy(variables, (variable) => variable.name);
  const repeated = [...byName].filter(([, same]) =>
    same.some((variable, index) => same.slice(0, index).some((other) => meet(other, variable))),
  );
  return repeated.map(([variable]) => ({
    place,
    message:
      `component "${name}" declares the environment variable ${variable} twice; remove one of the two, or give them ` +
      "conditions that exclude each other",
  }));
}

function meet(a: Variable, b: Variable): boolean {
  return !excludes(a.when, b.when) && !excludes(b.when, a.when);
}

function excludes(known: Condition, other: Condition): boolean {
  return implies(known[node], not(other)[node]);
}

function plainVariable([name, body]: [string, unknown]): Variable {
  const tree = isHole(body) ? body[hole] : undefined;
  const conditional = tree?.op === "when" && tree.otherwise === undefined;
  return { name, when: conditional ? expression(tree.condition) : always };
}
