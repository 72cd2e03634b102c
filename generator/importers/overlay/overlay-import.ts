import { describeRefusal } from "../../check/refusal.ts";
import type { Rendered } from "../../evaluate.ts";
import { node } from "../../expressions/expression.ts";
import { conditionText } from "../../output/readme/condition-text.ts";
import { entryPaths } from "../../output/value-paths.ts";
import { secretName } from "../../topology/secret-source.ts";
import { isObject, type JsonObject } from "../../values/json.ts";
import type { JsonValue } from "../../values/json-schema.ts";
import { type ChartUnderValues, objectsOf } from "../chart-under-values.ts";
import { isConfidential } from "../confidential.ts";
import { configMapsOf } from "../environment/config-maps.ts";
import { type Occurrence, occurrences } from "../environment/occurrences.ts";
import { whenRead } from "../environment/place.ts";
import { at, containersOf, environmentOf, nameOf } from "../environment/rendered.ts";
import { beyond } from "../solve/difference.ts";
import { knownValue, pathOf, type Scope } from "../solve/scope.ts";
import { onlyRefused, search } from "../solve/search.ts";
import { type Way, withAssignments } from "../solve/way.ts";
import { flattened } from "./flattened.ts";
import { lackingOf, objectIn, overlayAim } from "./overlay-aim.ts";
import { type Pair, pairsOf } from "./pairs.ts";

export interface OverlayImport {
  readonly values: JsonObject;
  /** Secrets that values refer to, and which must stay. */
  readonly secrets: readonly string[];
  /** Objects that the chart has not the like of. */
  readonly unknown: readonly string[];
  /** Objects that the chart makes under other values only, and under which. */
  readonly unmade: readonly string[];
  /** Fields of objects that no value sets. */
  readonly lacking: readonly string[];
  /** Fields that the chart sets otherwise. */
  readonly otherwise: readonly string[];
  /** Variables that nothing reads with these values, and when something would. */
  readonly unread: readonly string[];
  /** Variables whose texts look like secrets: they are in no file of values. */
  readonly confidential: readonly string[];
  /** What the chart refuses, and why. */
  readonly refused: readonly string[];
}

/** Turns the objects of a Kustomize overlay into values of the chart. */
export function importOverlay(
  objects: readonly JsonObject[],
  chart: ChartUnderValues,
  start: JsonValue,
): OverlayImport {
  const { documents, values: declared } = chart.chart;
  const whole = objects.map((object) => flattened(object, objects));
  const pairs = pairsOf(whole.map(withoutConfidential), documents, chart.scope(start));
  const aim = overlayAim(pairs, chart);
  const found = search(start, aim);
  const secrets = secretsOf(objects);
  const values = withAssignments(found, existingSecrets(chart, found, secrets));
  const scope = chart.scope(values);
  const rendered = chart.render(values);
  const made = pairs.filter(({ document }) => objectIn(rendered, document) !== undefined);
  const lacks = made.flatMap((pair) => lacksOf(pair, chart, values, scope));
  const entries = entryPaths(declared);
  const texts = (kind: Lacking["kind"]) => lacks.filter((lack) => lack.kind === kind).map((lack) => lack.text);
  return {
    values: beyond(start, values),
    secrets,
    unknown: unknownObjects(objects, pairs, [
      ...secretTitles(secrets),
      ...readBy(objects, made),
      ...titlesIn(rendered),
    ]),
    unmade: pairs.flatMap(({ document, object }) =>
      objectIn(rendered, document)
        ? []
        : [`${titleOf(object)}: ${conditionText(document.condition[node], entries).replaceAll("`", "")}`],
    ),
    lacking: texts("absent"),
    otherwise: texts("otherwise"),
    unread: [
      ...new Set(
        lacks.flatMap(({ name, places }) =>
          name && places ? [`${name}: ${whenRead(places, entries).replaceAll("`", "")}`] : [],
        ),
      ),
    ],
    confidential: whole.flatMap(confidentialIn),
    refused: [...new Set(onlyRefused(values, aim).flatMap((next) => chart.check(next).map(describeRefusal)))],
  };
}

/** The Secrets that containers read variables from. */
function secretsOf(objects: readonly JsonObject[]): readonly string[] {
  const names = containersOf(objects).flatMap((container) =>
    [...environmentOf(container, objects).values()].flatMap((setting) => ("secret" in setting ? [setting.secret] : [])),
  );
  return [...new Set(names)].sort();
}

/** A Secret that is there already is named, or the chart would write one of its own under that name. */
function existingSecrets(
  { chart, scope: scopeOf }: ChartUnderValues,
  values: JsonValue,
  secrets: readonly string[],
): Way {
  const scope = scopeOf(values);
  return chart.secrets.flatMap((source) => {
    const existing = source.existing[node];
    const path = existing.op === "value" ? pathOf(existing, scope) : undefined;
    const name = knownValue(secretName(source)[node], scope);
    return path && typeof name === "string" && secrets.includes(name) ? [{ path, value: name }] : [];
  });
}

interface Lacking {
  readonly kind: "absent" | "otherwise" | "unread";
  readonly text: string;
  /** The variable that is lacking, and where the chart would set it. */
  readonly name?: string;
  readonly places?: readonly Occurrence[];
}

function lacksOf(pair: Pair, chart: ChartUnderValues, values: JsonValue, scope: Scope): readonly Lacking[] {
  const places = occurrences([pair.document], scope, configMapsOf(chart.chart.documents));
  return lackingOf(pair, chart.render(values)).map(({ path, instead }): Lacking => {
    const text = `${titleOf(pair.object)} ${path}`.trimEnd();
    const name = path.match(/\.env\[([^\]]+)\]/)?.[1];
    const own = places.filter(({ variable }) => variable === name);
    if (name !== undefined && !instead && own.length > 0) return { kind: "unread", text, name, places: own };
    return { kind: instead ? "otherwise" : "absent", text };
  });
}

/** Configuration and Secrets count as known where something of them was taken over, or the chart makes them too. */
function unknownObjects(
  objects: readonly JsonObject[],
  pairs: readonly Pair[],
  taken: readonly string[],
): readonly string[] {
  const known = new Set(pairs.map(({ object }) => titleOf(object)));
  const data = ["ConfigMap", "Secret"];
  return objects
    .filter((object) => object["kind"] !== "Namespace" && !known.has(titleOf(object)))
    .filter((object) => !data.includes(String(object["kind"])) || !taken.includes(titleOf(object)))
    .map(titleOf);
}

function secretTitles(names: readonly string[]): readonly string[] {
  return names.map((name) => `Secret/${name}`);
}

function titlesIn(rendered: Rendered): readonly string[] {
  return objectsOf(rendered).map(titleOf);
}

/** The ConfigMaps that containers of these objects have variables from. */
function readBy(objects: readonly JsonObject[], pairs: readonly Pair[]): readonly string[] {
  const titles = new Set(pairs.map(({ object }) => titleOf(object)));
  const containers = containersOf(objects.filter((object) => titles.has(titleOf(object))));
  return containers.flatMap(({ body }) =>
    [...listOf(body["envFrom"]), ...listOf(body["env"])].flatMap((source) => {
      const name = at(source, "configMapRef", "name") ?? at(source, "valueFrom", "configMapKeyRef", "name");
      return typeof name === "string" ? [`ConfigMap/${name}`] : [];
    }),
  );
}

function titleOf(object: JsonObject): string {
  return `${String(object["kind"])}/${nameOf(object)}`;
}

function isSecretText(variable: JsonValue): boolean {
  if (!isObject(variable)) return false;
  const { name, value } = variable;
  return typeof name === "string" && typeof value === "string" && value !== "" && isConfidential(name, value);
}

function confidentialIn(object: JsonObject): readonly string[] {
  return containersOf([object]).flatMap(({ name, body }) =>
    listOf(body["env"])
      .filter(isSecretText)
      .map((variable) => `${titleOf(object)} ${name} ${isObject(variable) ? String(variable["name"]) : ""}`),
  );
}

function withoutConfidential(object: JsonObject): JsonObject {
  return JSON.parse(JSON.stringify(object), (field, value) =>
    field === "env" && Array.isArray(value) ? value.filter((variable) => !isSecretText(variable)) : value,
  );
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}
