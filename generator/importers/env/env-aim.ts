import type { JsonValue } from "../../values/json-schema.ts";
import { type ChartUnderValues, objectsOf } from "../chart-under-values.ts";
import { hasCredentials } from "../confidential.ts";
import { configMapsOf } from "../environment/config-maps.ts";
import { type SecretTexts, told } from "../environment/facts.ts";
import { type Occurrence, occurrences } from "../environment/occurrences.ts";
import { ofBody } from "../solve/body.ts";
import type { Aim } from "../solve/search.ts";
import { asItIs, both, type Way } from "../solve/way.ts";
import { isOneEach, type Variable } from "./variable.ts";

/** The variables with their places in the chart as it is with some values. */
export function placed(
  variables: readonly Pick<Variable, "name" | "value">[],
  chart: ChartUnderValues,
  values: JsonValue,
): readonly Variable[] {
  const { documents } = chart.chart;
  const places = Map.groupBy(
    occurrences(documents, chart.scope(values), configMapsOf(documents)),
    ({ variable }) => variable,
  );
  return variables.map(({ name, value }) => ({ name, value, places: places.get(name) ?? [] }));
}

/** That containers are told what the variables say; and where none asks, that it would be told so. */
export function envAim(
  variables: readonly Pick<Variable, "name" | "value">[],
  chart: ChartUnderValues,
  secrets: (values: JsonValue) => SecretTexts,
): Aim {
  return {
    ways: (values) => waysOf(placed(variables, chart, values)),
    lacks: (values) => {
      const refusals = chart.check(values).length;
      const texts = told(objectsOf(chart.render(values)), secrets(values));
      const all = placed(variables, chart, values);
      const untold = all.filter(({ name, value }) => !isTold(texts.get(name), value));
      const unsaid = all.filter((variable) => !isSaid(variable));
      return [refusals, untold.length, unsaid.length];
    },
  };
}

/** Whether all containers that are told the variable are told this. */
export function isTold(texts: ReadonlySet<string> | undefined, value: string): boolean {
  return texts?.size === 1 && texts.has(value);
}

/** Whether a container would be told this, were it there. */
export function isSaid({ places, value }: Variable): boolean {
  return places.some((place) => ways(place, value).some((way) => way.length === 0));
}

/** How a place may come to say a text. */
export function ways({ set, scope }: Occurrence, value: string): readonly Way[] {
  if (!("text" in set)) return [asItIs];
  return hasCredentials(value) ? [] : ofBody(set.text, value, scope);
}

/** Each variable by itself, and all that need the same together: an account may not be there without all of its own. */
function waysOf(variables: readonly Variable[]): readonly Way[] {
  const each = variables
    .filter((variable) => !isOneEach(variable))
    .flatMap(({ places, value }) =>
      places.map((place) => ({
        needs: JSON.stringify(place.needs),
        ways: both(place.needs, ways(place, value)),
        alone: ways(place, value),
      })),
    );
  const together = [...Map.groupBy(each, ({ needs }) => needs).values()].map((group) =>
    group
      .map((one) => one.ways.slice(0, 1))
      .filter((some) => some.length > 0)
      .reduce<readonly Way[]>(both, [asItIs]),
  );
  return [...each.flatMap((one) => [...one.ways, ...one.alone]), ...together.flat()];
}
