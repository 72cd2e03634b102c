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

/** Many keys with the same message are refused by one pattern, which takes Helm longer to compile than a few keys. */
function refusal(taken: readonly Taken[]): JsonSchema {
  const groups = [...Map.groupBy(taken, ([, message]) => message)];
  const patterns = groups.filter(([, same]) => same.length >= worthAPattern);
  const single = groups.filter(([, same]) => same.length < worthAPattern).flatMap(([, same]) => same);
  return {
    ...(single.length > 0 && {
      properties: Object.fromEntries(single.map(([key, message]) => [key, refused(message)])),
    }),
    ...(patterns.length > 0 && {
      patternProperties: Object.fromEntries(patterns.map(([message, same]) => [anyOf(same), refused(message)])),
    }),
  };
}

const worthAPattern = 4;

function anyOf(taken: readonly Taken[]): string {
  return `^(${taken.map(([key]) => key.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})$`;
}

function refused(message: string): JsonSchema {
  return { description: "Taken by the chart.", const: message };
}
