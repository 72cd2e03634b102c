import { node } from "../../expressions/expression.ts";
import { hole, isHole } from "../../template/hole.ts";
import { partsOf } from "../../template/walk.ts";
import type { Chart } from "../../topology/chart.ts";
import { type Component, podOf, secretVariablesOf, variablesOf } from "../../topology/component.ts";
import { cell, codeCell, html, table } from "../../topology/markdown.ts";
import type { SecretVariable } from "../../topology/secret-source.ts";
import { type EntryPaths, entryPaths, pathsIn } from "../value-paths.ts";
import { conditionText } from "./condition-text.ts";
import { keyName } from "./secrets-table.ts";

/** Environment variables that the same components have. */
export interface EnvironmentSection {
  readonly components: string;
  readonly table: string;
}

/**
 * The environment variables of all components: where each comes from, and when it is set. Most of them are shared, so
 * each is told once, under the components that have it.
 */
export function environmentSections({ components, values }: Chart): readonly EnvironmentSection[] {
  const entries = entryPaths(values);
  const owners = new Map<string, string[]>();
  for (const component of components) {
    for (const row of rowsOf(component, entries).map((cells) => JSON.stringify(cells)))
      owners.set(row, [...(owners.get(row) ?? []), component.name]);
  }
  const sections = Map.groupBy(owners, ([, names]) => names.join(", "));
  return [...sections].map(([names, rows]) => ({
    components: html(names),
    table: table(
      ["Variable", "From", "When"],
      rows.map(([row]) => JSON.parse(row)),
    ),
  }));
}

function rowsOf(component: Component, entries: EntryPaths): readonly (readonly string[])[] {
  const plain = Object.entries(configured(component));
  const own = variablesOf(component).map(([name, body]): [string, unknown] => [name, setTo(body, podOf(component))]);
  return [
    ...[...plain, ...own].map((variable) => plainRow(variable, entries)),
    ...secretVariablesOf(component).map((variable) => secretRow(variable, entries)),
  ];
}

/** What the ConfigMap of a component holds. */
function configured({ configuration }: Component): Readonly<Record<string, unknown>> {
  return Object.assign({}, ...(configuration?.sets ?? []).map(({ entries }) => entries));
}

/** What a variable of the container itself is set to: also what it takes from the ConfigMap of its pod. */
function setTo(body: unknown, pod: Component): unknown {
  if (typeof body !== "object" || body === null || isHole(body)) return body;
  if ("value" in body) return body.value;
  const key = "valueFrom" in body ? configMapKey(body.valueFrom) : undefined;
  return key === undefined ? body : configured(pod)[key];
}

function configMapKey(source: unknown): string | undefined {
  if (typeof source !== "object" || source === null || !("configMapKeyRef" in source)) return undefined;
  const { configMapKeyRef: reference } = source;
  if (typeof reference !== "object" || reference === null || !("key" in reference)) return undefined;
  return typeof reference.key === "string" ? reference.key : undefined;
}

function plainRow([name, body]: [string, unknown], entries: EntryPaths): readonly string[] {
  const tree = isHole(body) ? body[hole] : undefined;
  const branch = tree?.op === "when" && tree.otherwise === undefined ? tree : undefined;
  // A text of many lines depends on too much to name it.
  const parts = tree?.op === "textBlock" ? [] : partsOf(branch ? branch.then : body);
  const paths = [...new Set(pathsIn(parts, entries))];
  const fixed = typeof body === "string" ? codeCell(body) : "the chart";
  return [
    codeCell(name),
    paths.length > 0 ? paths.map(codeCell).join(", ") : fixed,
    cell(branch ? conditionText(branch.condition, entries) : ""),
  ];
}

function secretRow([name, { secret, key, when }]: [string, SecretVariable], entries: EntryPaths): readonly string[] {
  return [
    codeCell(name),
    cell(`the Secret with ${secret.description}, key \`${keyName(key)}\``),
    cell(conditionText(when[node], entries)),
  ];
}
