import type { ValuesCheck } from "../../check/values-check.ts";
import type { Rendered } from "../../evaluate.ts";
import { node } from "../../expressions/expression.ts";
import { type Document, objectOf } from "../../template/document.ts";
import { fieldOf, isObject, type JsonObject } from "../../values/json.ts";
import type { JsonValue } from "../../values/json-schema.ts";
import { type ChartUnderValues, objectsOf } from "../chart-under-values.ts";
import { configMapsOf } from "../environment/config-maps.ts";
import { type Occurrence, occurrences } from "../environment/occurrences.ts";
import { containersOf } from "../environment/rendered.ts";
import { ofBody } from "../solve/body.ts";
import { ofCondition } from "../solve/condition.ts";
import { type Lack, lacking } from "../solve/lacking.ts";
import { bound } from "../solve/scope.ts";
import type { Aim } from "../solve/search.ts";
import { asItIs, both, type Way, withAssignments } from "../solve/way.ts";
import { flattened } from "./flattened.ts";
import type { Pair } from "./pairs.ts";

/** Kinds whose objects do something by being there. */
const active = ["CronJob", "Deployment", "HorizontalPodAutoscaler", "Ingress", "PodDisruptionBudget"];

/** That the chart's objects have what the overlay's have, and that there are no others. The chart's first count most. */
export function overlayAim(pairs: readonly Pair[], chart: ChartUnderValues): Aim {
  const { documents } = chart.chart;
  const configMaps = configMapsOf(documents);
  const others = documents.filter(
    (document) =>
      active.includes(String(objectOf(document)?.kind)) && !pairs.some((pair) => pair.document === document),
  );
  const lacks = (values: JsonValue): readonly number[] => {
    const rendered = chart.render(values);
    return [
      chart.check(values).length,
      ...pairs.flatMap((pair) => weighed(lackingOf(pair, rendered))),
      others.filter((document) => objectIn(rendered, document)).length,
    ];
  };
  return {
    lacks,
    ways: (values) => {
      const scope = chart.scope(values);
      const rendered = chart.render(values);
      return [
        ...pairs.flatMap(({ document, wanted }) => {
          const there = ofCondition(document.condition[node], true, scope);
          const body = ofBody(document.body, wanted, bound(document.bindings, scope));
          const environment = ofEnvironment(wanted, occurrences([document], scope, configMaps));
          const ways = [...both(there, [asItIs, ...body]), ...environment];
          const whole = objectIn(rendered, document)
            ? []
            : together(ways.filter((way) => isOpen(way, values, chart.check)));
          return [...ways, ...whole];
        }),
        ...others.flatMap(({ condition }) => ofCondition(condition[node], false, scope)),
      ];
    },
  };
}

/** As much of what an object needs as goes together, for objects that the chart refuses to make by halves. */
function together(ways: readonly Way[]): readonly Way[] {
  const all = ways.reduce<Way>((joined, way) => both([joined], [way])[0] ?? joined, asItIs);
  return all.length > 0 ? [all] : [];
}

/** Whether it sets no key that the chart sets itself: nothing helps against that refusal. */
function isOpen(way: Way, values: JsonValue, check: ValuesCheck): boolean {
  return !check(withAssignments(values, way)).some(({ keyword }) => keyword === "dependencies");
}

/** What the chart's object lacks of the overlay's; of one that is not there, first of all the object. */
export function lackingOf({ document, wanted }: Pair, rendered: Rendered): readonly Lack[] {
  const object = objectIn(rendered, document);
  return object
    ? lacking(flattened(object, objectsOf(rendered)), wanted)
    : [{ path: "", instead: false }, ...lacking(undefined, wanted)];
}

/** A setting counts more than a key of a Secret, which overlays leave behind where nothing needs it any more. */
function weighed(lacks: readonly Lack[]): readonly number[] {
  const keys = lacks.filter(({ path }) => path.includes(".secretKeyRef."));
  return [lacks.length - keys.length, keys.length];
}

/** What a document makes. */
export function objectIn(rendered: Rendered, { file }: Document): JsonObject | undefined {
  return rendered.get(`${file}.yaml`)?.[0];
}

/** Variables that a container has from ConfigMaps, or under conditions. */
function ofEnvironment(wanted: JsonObject, places: readonly Occurrence[]): readonly Way[] {
  const variables = containersOf([{ ...wanted, kind: "", metadata: {} }]).flatMap(({ body }) =>
    Array.isArray(body["env"]) ? body["env"].filter(isObject) : [],
  );
  return places.flatMap((place) =>
    variables
      .filter(({ name }) => name === place.variable)
      .flatMap((variable) => both(place.needs, inPlace(place, variable))),
  );
}

function inPlace({ set, scope }: Occurrence, { value, valueFrom }: JsonObject): readonly Way[] {
  if ("text" in set) return value === undefined ? [] : ofBody(set.text, value, scope);
  const reference = valueFrom && fieldOf(valueFrom, "secretKeyRef");
  // Both at once: the name of the Secret is of no use without the key.
  return reference ? alltogether(ofBody(set.reference, reference, scope)) : [];
}

/** Each way alone, and all of them. */
function alltogether(ways: readonly Way[]): readonly Way[] {
  return [...ways, ...ways.map((way) => [way]).reduce<readonly Way[]>(both, [asItIs])];
}
