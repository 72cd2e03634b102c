import { always, type Condition, not } from "../expressions/condition.ts";
import { expression, node } from "../expressions/expression.ts";
import { implies } from "../expressions/implication.ts";
import { hole, isHole } from "../template/hole.ts";
import { partsOf } from "../template/walk.ts";
import type { Chart } from "../topology/chart.ts";
import type { Component } from "../topology/component.ts";
import type { Problem } from "./problem.ts";

/** An environment variable, and when it is set. */
interface Variable {
  readonly name: string;
  readonly when: Condition;
}

/** Environment variables that a component can get twice: one of the two would be silently overruled. */
export function repeatedVariables(chart: Chart): readonly Problem[] {
  return chart.components.flatMap((component) => repeatedIn(component, chart));
}

function repeatedIn(component: Component, chart: Chart): readonly Problem[] {
  const { name, configuration, secrets, place } = component;
  const variables = [
    ...(configuration?.sets ?? []).flatMap(({ entries }) => Object.entries(entries).map(plainVariable)),
    ...Object.entries(secrets).map(([variable, { when }]) => ({ name: variable, when })),
    ...ownVariables(component, chart),
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

/** What containers that take over the component's ConfigMap name in their own environment, save what Secrets give. */
function ownVariables({ name, secrets }: Component, chart: Chart): readonly Variable[] {
  const documents = chart.documents.filter(({ file }) => file.startsWith(`${name}/`));
  const names = new Set(documents.flatMap(({ body }) => [...environmentsIn(body)]));
  return [...names].filter((own) => !(own in secrets)).map((own) => ({ name: own, when: always }));
}

function* environmentsIn(body: unknown): Generator<string> {
  for (const container of objectsIn(body)) {
    if (!("envFrom" in container && "env" in container && isHole(container.env))) continue;
    const tree = container.env[hole];
    if (tree.op === "keyedList") yield* Object.keys(tree.own);
  }
}

function* objectsIn(body: unknown): Generator<object> {
  if (typeof body !== "object" || body === null) return;
  if (isHole(body)) {
    for (const part of partsOf(body)) if (part.op === "keyedList") yield* Object.values(part.own).filter(isObject);
  } else {
    yield body;
    for (const value of Object.values(body)) yield* objectsIn(value);
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
