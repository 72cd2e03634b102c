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
    definitions[name] = refusal(entries.map(([entry]) => JSON.parse(entry) as Taken));
    for (const path of JSON.parse(paths) as readonly string[])
      conditions.set(path, [...(conditions.get(path) ?? []), { $ref: `#/definitions/${name}` }]);
  }
  return { conditions, definitions };
}

/** A key, and what a user is told who sets it. */
type Taken = readonly [key: string, message: string];

/** Keys with the same message are refused by one pattern. */
function refusal(taken: readonly Taken[]): JsonSchema {
  const patterns = [...Map.groupBy(taken, ([, message]) => message)].map(([message, same]): [string, JsonSchema] => {
    const keys = same.map(([key]) => key.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&"));
    return [`^(?:${keys.join("|")})$`, { description: "Taken by the chart.", const: message }];
  });
  return { patternProperties: Object.fromEntries(patterns) };
}
