import fc from "fast-check";
import type { JsonSchema, JsonValue } from "../../generator/values/json-schema.ts";
import { presets } from "../charts/preset.ts";
import { type Path, withValueAt } from "../charts/schema/path.ts";
import { declaredPaths, placesOf } from "../charts/schema/places.ts";
import { schemaAt } from "../charts/schema/schema-at.ts";
import { type Validator, validatorOf } from "../charts/schema/validator.ts";
import { isValues, schemaOf, type Values, valuesOf } from "../charts/values-file.ts";
import { arbitraryOf } from "./schema-arbitrary.ts";

/** Values made up by chance: those of a preset, where everything fits together, with changes. */
export interface Draft {
  readonly preset: string;
  readonly changes: readonly Change[];
}

interface Change {
  readonly path: Path;
  readonly value: JsonValue;
}

/** Drafts of one chart, and the values that each stands for. */
export interface Drafts {
  readonly arbitrary: fc.Arbitrary<Draft>;
  /** Changes that the schema refuses beside the others are left out. */
  readonly valuesOf: (draft: Draft) => Values;
}

/** How many values are changed at most: enough to meet each other, few enough to be read. */
const mostChanges = 40;

export function draftsOf(chart: string): Drafts {
  const schema = schemaOf(chart);
  const validate = validatorOf(schema);
  const bases = new Map(
    presets.filter((preset) => preset.chart === chart).map((preset) => [preset.name, valuesOf(preset)]),
  );
  return {
    arbitrary: fc.record({
      preset: fc.constantFrom(...bases.keys()),
      changes: fc.array(changesOf(schema, bases.get("defaults") ?? {}), { maxLength: mostChanges, size: "max" }),
    }),
    valuesOf: ({ preset, changes }) => accepted(bases.get(preset) ?? {}, changes, validate),
  };
}

/** Values with those of the changes that the schema accepts: all at once, or half by half. */
function accepted(values: Values, changes: readonly Change[], validate: Validator): Values {
  const changed = changes.reduce<unknown>((before, { path, value }) => withValueAt(before, path, value), values);
  if (isValues(changed) && validate(changed).length === 0) return changed;
  if (changes.length < 2) return values;
  const middle = changes.length / 2;
  return accepted(accepted(values, changes.slice(0, middle), validate), changes.slice(middle), validate);
}

/** A new value for one that the chart declares. */
function changesOf(schema: JsonSchema, defaults: Values): fc.Arbitrary<Change> {
  const collections = placesOf(schema).map(({ path }) => path);
  const scalars = declaredPaths(schema, defaults).filter((path) => isScalar(schemaAt(schema, path)));
  const switches = scalars.filter((path) => isSwitch(schemaAt(schema, path)));
  const change = (paths: readonly Path[]): fc.Arbitrary<Change> =>
    fc.oneof(...paths.map((path) => arbitraryOf(schema, schemaAt(schema, path)).map((value) => ({ path, value }))));
  return fc.oneof(
    // Each switches much on or off.
    { weight: 2, arbitrary: change(switches) },
    { weight: 2, arbitrary: change(scalars) },
    { weight: 1, arbitrary: change(collections) },
  );
}

function isScalar({ type, enum: options }: JsonSchema): boolean {
  return options !== undefined || (type !== "object" && type !== "array");
}

function isSwitch({ type, enum: options }: JsonSchema): boolean {
  return options !== undefined || type === "boolean";
}
