import type { JsonSchema } from "../../../generator/values/json-schema.ts";
import { isValues } from "../values-file.ts";
import { misspell } from "./misspell.ts";
import { type Path, valueAt, withValueAt } from "./path.ts";
import { schemaAt } from "./schema-at.ts";

/** One mistake in otherwise right values. */
export interface Mutation {
  readonly kind: "typo" | "type";
  /** Where it is, for messages. */
  readonly place: Path;
  readonly values: unknown;
  /** What the refusal must name: the object with the unknown key, or the value of the wrong type. */
  readonly named: Path;
  readonly unknownKey?: string;
}

/** Tried in place of values that have another type. */
const strangers: readonly unknown[] = [true, 12345, "no such thing", [["list"]], { nonsense: { deep: true } }];

/** Where each value is that stands within a value, at whatever depth. */
export function pathsIn(value: unknown, path: Path = []): readonly Path[] {
  const children: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? [...value.entries()]
    : isValues(value)
      ? Object.entries(value)
      : [];
  return children.flatMap(([key, child]) => [[...path, key], ...pathsIn(child, [...path, key])]);
}

/** Everything that is tried on the value at a path. */
export function mutationsOf(schema: JsonSchema, values: unknown, path: Path): readonly Mutation[] {
  return [...typos(schema, values, path), ...wrongTypes(schema, values, path)];
}

/** A misspelt key beside the real one, where the chart and not the user decides which keys there are. */
function typos(schema: JsonSchema, values: unknown, path: Path): readonly Mutation[] {
  const key = path.at(-1);
  const parent = path.slice(0, -1);
  const { properties = {}, additionalProperties } = schemaAt(schema, parent);
  if (typeof key !== "string" || !Object.hasOwn(properties, key) || additionalProperties !== false) return [];
  const unknownKey = misspell(key, Object.keys(properties));
  const mutated = withValueAt(values, [...parent, unknownKey], valueAt(values, path));
  return [{ kind: "typo", place: path, values: mutated, named: parent, unknownKey }];
}

function wrongTypes(schema: JsonSchema, values: unknown, path: Path): readonly Mutation[] {
  const before = valueAt(values, path);
  return strangers
    .filter((stranger) => kindOf(stranger) !== kindOf(before) && !isAlternative(schemaAt(schema, path), stranger))
    .map((stranger) => ({
      kind: "type",
      place: path,
      values: withValueAt(values, path, stranger),
      named: path,
    }));
}

/** A quantity or port may be written as a text or number: the one is no mistake where the other stands. */
function isAlternative({ type }: JsonSchema, stranger: unknown): boolean {
  if (!Array.isArray(type)) return false;
  if (typeof stranger === "number") return type.includes("number") || type.includes("integer");
  return typeof stranger === "string" && type.includes("string");
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? "list" : typeof value;
}
