import { node } from "../../expressions/expression.ts";
import { hole, isHole } from "../../template/hole.ts";
import { partsOf } from "../../template/walk.ts";
import type { Component } from "../../topology/component.ts";
import type { SecretVariable } from "../../topology/secret-source.ts";
import { pathsIn } from "../value-paths.ts";
import { conditionText } from "./condition-text.ts";
import { cell, codeCell, table } from "./markdown.ts";

/** The environment variables of a component's processes: where each comes from, and when it is set. */
export function environmentTable({ configuration, secrets }: Component): string {
  const plain = (configuration?.sets ?? []).flatMap(({ entries }) => Object.entries(entries).map(plainRow));
  return table(["Variable", "From", "When"], [...plain, ...Object.entries(secrets).map(secretRow)]);
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
