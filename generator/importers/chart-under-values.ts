import { type ValuesCheck, valuesCheckOf } from "../check/values-check.ts";
import { environmentsOf, evaluatorOf, type Release, type Rendered } from "../evaluate.ts";
import type { Chart } from "../topology/chart.ts";
import type { JsonObject } from "../values/json.ts";
import type { JsonValue } from "../values/json-schema.ts";
import { rootScope } from "./solve/body.ts";
import type { Scope } from "./solve/scope.ts";

/** A chart, and what becomes of it with one choice of values or another. */
export interface ChartUnderValues {
  readonly chart: Chart;
  /** What it makes, as Helm renders it without a cluster. */
  readonly render: (values: JsonValue) => Rendered;
  readonly scope: (values: JsonValue) => Scope;
  readonly check: ValuesCheck;
}

/** @throws Error where the chart's schema is none */
export function chartUnderValues(chart: Chart, release: Pick<Release, "name" | "namespace">): ChartUnderValues {
  const render = evaluatorOf(chart);
  const environment = environmentsOf(chart);
  const check = valuesCheckOf(chart);
  if (typeof check === "string") throw new Error(check);
  const named = (values: JsonValue) => ({ ...release, values: values as Release["values"] });
  return {
    chart,
    render: (values) => render(named(values)),
    scope: (values) => rootScope(environment(named(values))),
    check,
  };
}

/** All objects that a chart makes. */
export function objectsOf(rendered: Rendered): readonly JsonObject[] {
  return [...rendered.values()].flat();
}
