import { node } from "../../expressions/expression.ts";
import { cell, codeCell, table } from "../../topology/markdown.ts";
import type { SecretKey, SecretSource } from "../../topology/secret-source.ts";
import { pathOf } from "../value-paths.ts";
import { conditionText } from "./condition-text.ts";

/** One Secret: how an existing one is named, and its keys. */
export interface SecretSection {
  readonly description: string;
  readonly existing: string;
  readonly table: string;
}

export function secretSections(secrets: readonly SecretSource[]): readonly SecretSection[] {
  return secrets.map(({ description, existing, keys }) => ({
    description: cell(description),
    existing: codeCell(pathOf(existing)),
    table: table(
      ["Name of the key", "Value", "Made up once", "Needed when"],
      Object.values<SecretKey>(keys).map(keyRow),
    ),
  }));
}

function keyRow({ name, value, generate, needed }: SecretKey): readonly string[] {
  return [
    codeCell(pathOf(name)),
    codeCell(pathOf(value)),
    generate ? "yes" : "no",
    cell(conditionText(needed[node]) || "always"),
  ];
}
