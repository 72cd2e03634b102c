import { cell, codeCell, html, table } from "../../topology/markdown.ts";
import type { Declaration } from "../../values/declaration.ts";
import { formerNote } from "../../values/formerly.ts";
import type { Group } from "../../values/group.ts";
import { type Declared, declarations } from "../../values/walk.ts";
import { withFields } from "../value-paths.ts";
import { typeText } from "./type-text.ts";

/** The values below one key of values.yaml. */
export interface ValuesSection {
  /** Empty for the values that are no group. */
  readonly name: string;
  readonly description: string;
  readonly table: string;
}

const longestDefault = 80;

/** A section for each group at the top; the values beside them are a section of their own, which comes first. */
export function valuesSections(values: Group): readonly ValuesSection[] {
  const groups = Object.entries(values.children).flatMap(([name, child]): [string, Group][] =>
    child.kind === "group" ? [[name, child]] : [],
  );
  const others = Object.entries(values.children).filter(([, { kind }]) => kind !== "group");
  const sections = groups.map(([name, group]) => ({
    name,
    description: html(group.description),
    table: valuesTable(declarations(group, [name])),
  }));
  if (others.length === 0) return sections;
  const declared = others.flatMap(([name, declaration]) => [{ path: [name], declaration }]);
  return [{ name: "", description: "The chart as a whole", table: valuesTable(declared) }, ...sections];
}

function valuesTable(declared: readonly Declared[]): string {
  const leaves = declared.flatMap(withFields).filter(({ declaration }) => declaration.kind !== "group");
  return table(["Value", "Type", "Default", "Description"], leaves.map(row));
}

function row({ path, declaration }: Declared): readonly string[] {
  return [
    codeCell(path.join(".")),
    cell(typeText(declaration)),
    defaultText(declaration),
    cell([declaration.description, ...formerNote(declaration)].join(" ")),
  ];
}

function defaultText(declaration: Declaration): string {
  if (declaration.kind === "group" || declaration.kind === "secret") return "";
  const text = JSON.stringify(declaration.default);
  return text.length > longestDefault ? "see values.yaml" : codeCell(text);
}
