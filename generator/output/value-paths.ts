import { type Expression, node, type SecretExpression } from "../expressions/expression.ts";
import type { ValueNode } from "../expressions/node.ts";
import type { Part } from "../template/walk.ts";
import type { Declaration } from "../values/declaration.ts";
import type { Group } from "../values/group.ts";
import { type Declared, declarations } from "../values/walk.ts";

/** Where fields of map entries are declared: `routes.<name>.weight`. */
export type EntryPaths = ReadonlyMap<Declaration, string>;

const none: EntryPaths = new Map();

/** A declared value, and where it is a map those of each entry. */
export function withFields(value: Declared): readonly Declared[] {
  const { path, declaration } = value;
  if (declaration.kind !== "map" || declaration.item.kind !== "group") return [value];
  return [value, ...declarations(declaration.item, [...path, "<name>"])].flatMap((field) =>
    field === value ? [field] : withFields(field),
  );
}

/** The paths of all that map entries have. */
export function entryPaths(values: Group): EntryPaths {
  const fields = declarations(values).flatMap((value) => withFields(value).filter((field) => field !== value));
  return new Map(fields.map(({ path, declaration }) => [declaration, path.join(".")]));
}

/** The path of a value, from values.yaml's top on if it is known; of a field of something unknown none. */
export function pathIn({ path, from, declaration }: ValueNode, entries: EntryPaths = none): string | undefined {
  return from ? entries.get(declaration) : path.join(".");
}

/** The paths of the declared values among trees. */
export function* pathsIn(parts: Iterable<Part>, entries: EntryPaths = none): Generator<string> {
  for (const part of parts) {
    const path = part.op === "value" ? pathIn(part, entries) : undefined;
    if (path !== undefined) yield path;
  }
}

/** The path of the value that an expression is. */
export function pathOf(value: Expression<unknown> | SecretExpression, entries: EntryPaths = none): string {
  return [...pathsIn([value[node]], entries)].join();
}
