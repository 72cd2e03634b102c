import type { JsonSchema } from "../values/json-schema.ts";
import type { Reserved } from "./reserved-keys.ts";

/** How the schema refuses reserved keys. */
export interface ReservedSchema {
  /** By the path of a map: what else it must fit. */
  readonly conditions: ReadonlyMap<string, readonly JsonSchema[]>;
  readonly definitions: Readonly<Record<string, JsonSchema>>;
}

/**
 * Each reserved key may only have a value that is the message. Keys that the same maps reserve are one definition:
 * components share most of their environment, and Helm compiles the schema at each run.
 */
export function reservedSchema(reserved: Reserved): ReservedSchema {
  const mapsOf = new Map<string, string[]>();
  for (const [path, keys] of reserved) {
    for (const entry of Object.entries(keys).map((pair) => JSON.stringify(pair)))
      mapsOf.set(entry, [...(mapsOf.get(entry) ?? []), path]);
  }
  const together = Map.groupBy(mapsOf, ([, paths]) => JSON.stringify(paths));
  const definitions: Record<string, JsonSchema> = {};
  const conditions = new Map<string, JsonSchema[]>();
  for (const [paths, entries] of together) {
    const name = `reserved${Object.keys(definitions).length + 1}`;
    definitions[name] = { properties: Object.fromEntries(entries.map(([entry]) => keySchema(entry))) };
    for (const path of JSON.parse(paths) as readonly string[])
      conditions.set(path, [...(conditions.get(path) ?? []), { $ref: `#/definitions/${name}` }]);
  }
  return { conditions, definitions };
}

function keySchema(entry: string): [string, JsonSchema] {
  const [key, message] = JSON.parse(entry) as readonly [string, string];
  return [key, { description: "Taken by the chart.", const: message }];
}
