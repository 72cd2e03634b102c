import { always, type Condition, not } from "../expressions/condition.ts";
import { expression, node } from "../expressions/expression.ts";
import { implies } from "../expressions/implication.ts";
import { hole, isHole } from "../template/hole.ts";
import type { Chart } from "../topology/chart.ts";
import type { Component } from "../topology/component.ts";
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

function repeatedIn({ name, configuration, variables: own, secrets, place }: Component): readonly Problem[] {
  const variables = [
    ...(configuration?.sets ?? []).flatMap(({ entries }) => Object.entries(entries).map(plainVariable)),
    ...Object.entries(own).map(plainVariable),
    ...Object.entries(secrets).map(([variable, { when }]) => ({ name: variable, when })),
  ];
  const repeated = variables.filter((variable, index) =>
    variables.some((other, earlier) => earlier < index && other.name === variable.name && meet(other, variable)),
  );
  return [...new Set(repeated.map((variable) => variable.name))].map((variable) => ({
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
