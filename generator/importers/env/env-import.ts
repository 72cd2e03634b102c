import { describeRefusal } from "../../check/refusal.ts";
import { isExpression, node } from "../../expressions/expression.ts";
import { type EntryPaths, entryPaths } from "../../output/value-paths.ts";
import { nodesOf, type Part, partsOf } from "../../template/walk.ts";
import type { JsonObject } from "../../values/json.ts";
import type { JsonValue } from "../../values/json-schema.ts";
import { type ChartUnderValues, objectsOf } from "../chart-under-values.ts";
import { hasCredentials } from "../confidential.ts";
import { type SecretTexts, told } from "../environment/facts.ts";
import type { Occurrence } from "../environment/occurrences.ts";
import { whenRead } from "../environment/place.ts";
import { beyond, pathsBeyond } from "../solve/difference.ts";
import { pathOf, type Scope } from "../solve/scope.ts";
import { search } from "../solve/search.ts";
import { type Way, withAssignments } from "../solve/way.ts";
import { envAim, isSaid, isTold, placed, ways } from "./env-aim.ts";
import type { EnvLine } from "./env-file.ts";
import { type SecretContents, secretContents } from "./secret-contents.ts";
import { nameOfSecret, type SecretSupply, supplyWay } from "./secret-supply.ts";
import { isOneEach, secretKeyOf, type Variable } from "./variable.ts";

/** What became of a line of the file. */
export interface Outcome extends Pick<EnvLine, "name" | "line"> {
  readonly kind: "value" | "secret" | "asleep" | "chart" | "otherwise" | "each" | "refused" | "empty" | "unknown";
  /** Paths of values, the key of the Secret, or what has to be so for it to be read. */
  readonly detail: string;
}

export interface EnvImport {
  /** What to set beyond the values that it started from. */
  readonly values: JsonObject;
  readonly secret: SecretContents;
  readonly outcomes: readonly Outcome[];
}

/** Turns the variables of an environment file into values and a Secret of the chart, beyond values to start from. */
export function importEnv(
  lines: readonly EnvLine[],
  chart: ChartUnderValues,
  supply: SecretSupply,
  start: JsonValue,
): EnvImport {
  const set = lines.filter(({ value }) => value !== "");
  const supplied = withAssignments(start, supplyWay(chart, supply, start));
  const given = secretTexts(placed(set, chart, supplied));
  const texts = (values: JsonValue): SecretTexts => ({ [nameOfSecret(supply, chart.scope(values))]: given });
  const values = search(supplied, envAim(set, chart, texts));
  const report = {
    chart,
    values,
    changed: pathsBeyond(start, values).map((path) => path.join(".")),
    told: told(objectsOf(chart.render(values)), texts(values)),
    entries: entryPaths(chart.chart.values),
  };
  const variables = new Map(placed(set, chart, values).map((variable) => [variable.name, variable]));
  return {
    values: beyond(start, values),
    secret: secretContents(supply.source, given, chart.scope(values).environment),
    outcomes: lines.map(({ name, line }) => {
      const variable = variables.get(name);
      return { name, line, ...(variable ? outcomeOf(variable, report) : { kind: "empty" as const, detail: "" }) };
    }),
  };
}

/** What belongs into a Secret, by key. */
function secretTexts(variables: readonly Variable[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    variables.flatMap((variable) => {
      const key = secretKeyOf(variable);
      return key === undefined ? [] : [[key, variable.value] as const];
    }),
  );
}

interface Report {
  readonly chart: ChartUnderValues;
  readonly values: JsonValue;
  /** The paths of what was set. */
  readonly changed: readonly string[];
  readonly told: ReadonlyMap<string, ReadonlySet<string>>;
  readonly entries: EntryPaths;
}

function outcomeOf(variable: Variable, report: Report): Pick<Outcome, "kind" | "detail"> {
  const { name, value, places } = variable;
  if (places.length === 0) return { kind: "unknown", detail: "" };
  if (isOneEach(variable)) return { kind: "each", detail: "" };
  const key = secretKeyOf(variable);
  const texts = report.told.get(name);
  if (key !== undefined)
    return isTold(texts, value)
      ? { kind: "secret", detail: key }
      : { kind: "asleep", detail: whenRead(places, report.entries) };
  if (isTold(texts, value)) return { kind: "value", detail: pathsSet(variable, report) };
  if (texts === undefined && isSaid(variable)) return { kind: "asleep", detail: whenRead(places, report.entries) };
  if (hasCredentials(value)) return { kind: "refused", detail: "it holds a password, and values are no place for one" };
  const refusal = refusalOf(variable, report);
  if (refusal !== undefined) return { kind: "refused", detail: refusal };
  const values = pathsOf(variable).texts;
  return values.length === 0 ? { kind: "chart", detail: "" } : { kind: "otherwise", detail: values.join(", ") };
}

/** What the chart says to the value that a variable would have to set. */
function refusalOf({ places, value }: Variable, { chart, values }: Report): string | undefined {
  const way = places
    .flatMap((place) => [...ways(place, value), ...plainly(place, value)])
    .find((one) => one.length > 0);
  const [refusal] = way ? chart.check(withAssignments(values, way)) : [];
  return refusal && describeRefusal(refusal);
}

/** The way that sets a value to a text, whether it takes one or not: only to be refused with words. */
function plainly({ set, scope }: Occurrence, value: string): readonly Way[] {
  const tree = "text" in set && isExpression(set.text) ? set.text[node] : undefined;
  const inner = tree?.op === "call" && tree.function === "toText" ? tree.arguments[0] : tree;
  const path = inner?.op === "value" ? pathOf(inner, scope) : undefined;
  return path ? [[{ path, value }]] : [];
}

/** The values in the texts that a variable may have, and those that decide which of them it has. */
function pathsOf({ places }: Variable): { readonly texts: readonly string[]; readonly conditions: readonly string[] } {
  const pathsIn = (parts: readonly Part[], scope: Scope) =>
    parts.flatMap((part) => (part.op === "value" ? (pathOf(part, scope)?.join(".") ?? []) : []));
  const texts = places.flatMap(({ set, scope }) => ("text" in set ? pathsIn(partsOf(set.text), scope) : []));
  const conditions = places.flatMap((place) => pathsIn(place.conditions.flatMap(nodesOf), place.scope));
  return { texts: [...new Set(texts)], conditions: [...new Set(conditions)] };
}

/** The values that were set for a variable: those in its text, or those by which it has another one. */
function pathsSet(variable: Variable, { changed }: Report): string {
  const { texts, conditions } = pathsOf(variable);
  const paths = texts.length > 0 ? texts : conditions;
  const within = (path: string, other: string) => path === other || path.startsWith(`${other}.`);
  // An entry that was added counts as one change, whatever it has.
  return [
    ...changed.filter((path) => paths.some((one) => within(path, one))),
    ...paths.filter((path) => changed.some((one) => path !== one && within(path, one))),
  ].join(", ");
}
