import { node } from "../../expressions/expression.ts";
import { hole, isHole } from "../../template/hole.ts";
import { partsOf } from "../../template/walk.ts";
import type { Component } from "../../topology/component.ts";
import { cell, codeCell, table } from "../../topology/markdown.ts";
import type { SecretVariable } from "../../topology/secret-source.ts";
import { pathsIn } from "../value-paths.ts";
import { conditionText } from "./condition-text.ts";

/** Environment variables that the same components have. */
export interface EnvironmentSection {
  readonly components: string;
  readonly table: string;
}

/**
 * The environment variables of all components: where each comes from, and when it is set. Most of them are shared, so
 * each is told once, under the components that have it.
 */
export function environmentSections(components: readonly Component[]): readonly EnvironmentSection[] {
  const owners = new Map<string, string[]>();
  for (const component of components) {
    for (const row of rowsOf(component).map((cells) => JSON.stringify(cells)))
      owners.set(row, [...(owners.get(row) ?? []), component.name]);
  }
  const sections = Map.groupBy(owners, ([, names]) => names.join(", "));
  return [...sections].map(([names, entries]) => ({
    components: names,
    table: table(
      ["Variable", "From", "When"],
      entries.map(([row]) => JSON.parse(row)),
    ),
  }));
}

function rowsOf({ configuration, variables, secrets }: Component): readonly (readonly string[])[] {
  const plain = (configuration?.sets ?? []).flatMap(({ entries }) => Object.entries(entries));
  return [...plain.map(plainRow), ...Object.entries(variables).map(ownRow), ...Object.entries(secrets).map(secretRow)];
}

/** A variable of the container itself: its value, or where the value comes from. */
function ownRow([name, body]: [string, unknown]): readonly string[] {
  return plainRow([name, typeof body === "object" && body && "value" in body ? body.value : body]);
}

function plainRow([name, body]: [string, unknown]): readonly string[] {
  const tree = isHole(body) ? body[hole] : undefined;
  const branch = tree?.op === "when" && tree.otherwise === undefined ? tree : undefined;
  const paths = [...new Set(pathsIn(partsOf(branch ? branch.then : body)))];
  const fixed = typeof body === "string" ? codeCell(body) : "the chart";
  return [
    codeCell(name),
    paths.length > 0 ? paths.map(codeCell).join(", ") : fixed,
    cell(branch ? conditionText(branch.condition) : ""),
  ];
}

function secretRow([name, { secret, key, when }]: [string, SecretVariable]): readonly string[] {
  const id = Object.entries(secret.keys).find(([, other]) => other === key)?.[0] ?? "";
  return [
    codeCell(name),
    cell(`the Secret with ${secret.description}, key \`${id}\``),
    cell(conditionText(when[node])),
  ];
}
