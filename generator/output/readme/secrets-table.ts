import { node } from "../../expressions/expression.ts";
import type { Chart } from "../../topology/chart.ts";
import { cell, codeCell, table } from "../../topology/markdown.ts";
import type { SecretKey } from "../../topology/secret-keys.ts";
import { type EntryPaths, entryPaths, pathOf } from "../value-paths.ts";
import { conditionText } from "./condition-text.ts";

/** One Secret: how an existing one is named, and its keys. */
export interface SecretSection {
  readonly description: string;
  readonly existing: string;
  readonly table: string;
  /** Keys that each entry of a map adds; empty where there are none. */
  readonly entries: string;
}

export function secretSections({ secrets, values }: Chart): readonly SecretSection[] {
  const paths = entryPaths(values);
  return secrets.map(({ description, existing, keys, entryKeys }) => ({
    description: cell(description),
    existing: codeCell(pathOf(existing)),
    table: table(
      ["Key", "Renamed by", "Value", "Made up once", "Needed when"],
      Object.values<SecretKey>(keys).map((key) => {
        const [name = "", ...rest] = keyRow(key, paths);
        return [name, codeCell(pathOf(key.name)), ...rest];
      }),
    ),
    entries: table(
      ["Key", "Value", "Made up once", "Needed when"],
      entryKeys.map((key) => keyRow(key, paths)),
    ),
  }));
}

function keyRow(key: SecretKey, paths: EntryPaths): readonly string[] {
  const when = conditionText(key.needed[node], paths) || "always";
  return [
    codeCell(keyName(key)),
    codeCell(pathOf(key.value, paths)),
    key.generate ? "yes" : "no",
    cell(key.optional && when !== "never" ? `optional where ${when}` : when),
  ];
}

/** What a key is called by default: `TOKEN…`, where the dots stand for what comes from the entry of a map. */
export function keyName({ name }: SecretKey): string {
  const tree = name[node];
  if (tree.op === "value") return tree.declaration.kind === "text" ? tree.declaration.default : "";
  const parts = tree.op === "text" ? tree.parts : [tree];
  return parts.map((part) => (part.op === "literal" ? String(part.value) : "…")).join("");
}
