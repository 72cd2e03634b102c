import type { JsonSchema } from "../values/json-schema.ts";
import { byCodeUnits } from "./produced.ts";
import { mapValues } from "./subschemas.ts";

/** What says nothing about validity: it stays where it is, beside the reference. */
const annotations: ReadonlySet<string> = new Set(["description", "default", "examples", "deprecated"]);

/** Shorter schemas are not worth a reference, in characters of JSON; patterns are, since each is compiled apart. */
const worthwhile = 90;

function isWorthwhile(schema: JsonSchema, key: string): boolean {
  return schema.pattern !== undefined || key.length >= worthwhile;
}

/** One schema without its annotations, wherever it occurs. */
interface Shared {
  readonly schema: JsonSchema;
  /** The names under which it occurs first, from the outermost on. */
  readonly path: readonly string[];
  /** In how many other schemas it occurs. */
  occurrences: number;
}

/**
 * The same schema with everything that occurs in it more than once as a definition, which makes it smaller and faster to
 * compile: charts repeat the settings of pods for each component.
 */
export function withSharedDefinitions(schema: JsonSchema): JsonSchema {
  const { definitions = {}, properties = {}, ...root } = schema;
  const found = new Map<string, Shared>();
  count(properties, [], found);
  const names = namesOf(
    [...found].filter(([, { occurrences }]) => occurrences > 1),
    new Set(Object.keys(definitions)),
  );
  const shared = [...names].map(([key, name]): [string, JsonSchema] => [
    name,
    referring(found.get(key)?.schema ?? {}, names),
  ]);
  return {
    ...root,
    properties: mapValues(properties, (property) => reference(property, names)),
    definitions: { ...Object.fromEntries([...shared].sort(([a], [b]) => byCodeUnits(a, b))), ...definitions },
  };
}

type Schemas = Readonly<Record<string, JsonSchema>>;

/** Every schema below these, each once, however often the one that it is in occurs. */
function count(schemas: Schemas, path: readonly string[], found: Map<string, Shared>): void {
  for (const [name, schema] of Object.entries(schemas)) {
    const at = [...path, name];
    const key = keyOf(schema);
    const before = found.get(key);
    if (before) before.occurrences++;
    else {
      if (isWorthwhile(schema, key)) found.set(key, { schema: withoutAnnotations(schema), path: at, occurrences: 1 });
      count(childrenOf(schema), at, found);
    }
  }
}

function childrenOf({ properties, patternProperties, additionalProperties, items }: JsonSchema): Schemas {
  return {
    ...properties,
    ...patternProperties,
    ...(typeof additionalProperties === "object" && { entry: additionalProperties }),
    ...(items && { item: items }),
  };
}

function reference(schema: JsonSchema, names: ReadonlyMap<string, string>): JsonSchema {
  const name = names.get(keyOf(schema));
  if (name === undefined) return referring(schema, names);
  const kept = Object.entries(schema).filter(([keyword]) => annotations.has(keyword));
  return { ...Object.fromEntries(kept), $ref: `#/definitions/${name}` };
}

/** A schema whose parts are references where they are shared. */
function referring(schema: JsonSchema, names: ReadonlyMap<string, string>): JsonSchema {
  const { properties, patternProperties, additionalProperties, items } = schema;
  const refer = (part: JsonSchema) => reference(part, names);
  return {
    ...schema,
    ...(properties && { properties: mapValues(properties, refer) }),
    ...(patternProperties && { patternProperties: mapValues(patternProperties, refer) }),
    ...(typeof additionalProperties === "object" && { additionalProperties: refer(additionalProperties) }),
    ...(items && { items: refer(items) }),
  };
}

/** Named by the value where it occurs first, and by those around that where the name is taken. */
function namesOf(shared: readonly [string, Shared][], taken: Set<string>): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [key, { path }] of shared) {
    const candidates = path.map((_, index) => camelCase(path.slice(path.length - 1 - index)));
    const name = candidates.find((candidate) => !taken.has(candidate)) ?? `${candidates.at(-1)}${taken.size}`;
    taken.add(name);
    names.set(key, name);
  }
  return names;
}

function camelCase([first = "", ...others]: readonly string[]): string {
  const words = [first, ...others.map((word) => word.charAt(0).toUpperCase() + word.slice(1))];
  return words.join("").replaceAll(/\W/g, "_");
}

/** What was found already: each schema is asked for when it is counted and when it is referred to. */
const keys = new WeakMap<JsonSchema, string>();

/** Equal for schemas that are equal but for their own annotations. */
function keyOf(schema: JsonSchema): string {
  const key = keys.get(schema) ?? JSON.stringify(withoutAnnotations(schema));
  keys.set(schema, key);
  return key;
}

function withoutAnnotations(schema: JsonSchema): JsonSchema {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => !annotations.has(keyword)));
}
