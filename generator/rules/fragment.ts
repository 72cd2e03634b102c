import type { JsonSchema } from "../values/json-schema.ts";

/** A schema that nothing fits. */
export const nothing: JsonSchema = { not: {} };

/** A value at a path is there and fits a schema. */
export function valueAt(path: readonly string[], schema: JsonSchema): JsonSchema {
  return path.reduceRight<JsonSchema>((inner, name) => ({ properties: { [name]: inner }, required: [name] }), schema);
}

/** A value at a path fits a schema; what lies on the way may be missing. */
export function valueIs(path: readonly string[], schema: JsonSchema): JsonSchema {
  return path.reduceRight<JsonSchema>((inner, name) => ({ properties: { [name]: inner } }), schema);
}

/** All schemas hold, as one: side by side, or under `allOf` where two have something to say by the same keyword. */
export function all(schemas: readonly JsonSchema[]): JsonSchema {
  const whole: JsonSchema = {};
  const apart: JsonSchema[] = [];
  for (const schema of schemas) {
    // Beside a `$ref`, no other keyword counts.
    const fits = !schema.$ref && Object.keys(schema).every((keyword) => !Object.hasOwn(whole, keyword));
    if (fits) Object.assign(whole, schema);
    else apart.push(schema);
  }
  return apart.length > 0 ? { ...whole, allOf: [...(whole.allOf ?? []), ...apart] } : whole;
}

/** All schemas hold: those about different values of one object are made one, which reads better and is checked faster. */
export function conjunction(schemas: readonly JsonSchema[]): JsonSchema {
  const paths = schemas.filter(isPath);
  const [first, ...others] = paths;
  const merged = [...(first ? [others.reduce(both, first)] : []), ...schemas.filter((schema) => !isPath(schema))];
  return together(merged);
}

/** All schemas hold, and those made by `valueIs` that lead the same way, or to all entries of a map, are made one. */
export function together(schemas: readonly JsonSchema[]): JsonSchema {
  const ways = Map.groupBy(schemas, (schema) => {
    const [keyword, ...others] = Object.keys(schema);
    return others.length === 0 && (keyword === "properties" || keyword === "additionalProperties") ? keyword : "";
  });
  const within = (ways.get("properties") ?? []).flatMap(({ properties = {} }) => Object.entries(properties));
  const entries = (ways.get("additionalProperties") ?? []).flatMap(({ additionalProperties }) =>
    typeof additionalProperties === "object" ? [additionalProperties] : [],
  );
  const properties = [...Map.groupBy(within, ([name]) => name)].map(([name, inner]): [string, JsonSchema] => [
    name,
    together(inner.map(([, schema]) => schema)),
  ]);
  return all([
    ...(ways.get("") ?? []),
    ...(properties.length > 0 ? [{ properties: Object.fromEntries(properties) }] : []),
    ...(entries.length > 0 ? [{ additionalProperties: together(entries) }] : []),
  ]);
}

/** One of the schemas holds at least; what they share of the way to their values is said once. */
export function disjunction(schemas: readonly JsonSchema[]): JsonSchema {
  const constants = schemas.flatMap(({ const: constant, ...others }) =>
    constant !== undefined && Object.keys(others).length === 0 ? [constant] : [],
  );
  if (schemas.length > 1 && constants.length === schemas.length) return { enum: constants };
  const keys = schemas.flatMap(oneKey);
  if (schemas.length > 1 && keys.length === schemas.length) return hasOneOf(keys);
  const ways = Map.groupBy(schemas, (schema) => wayInto(schema) ?? JSON.stringify(schema));
  const merged = [...ways].map(([name, same]) => {
    const [first = nothing] = same;
    if (same.length === 1 || !wayInto(first)) return first;
    return { ...first, properties: { [name]: disjunction(same.map(({ properties }) => properties?.[name] ?? {})) } };
  });
  return only(merged) ?? { anyOf: merged };
}

/** The key that a schema asks of an object, and nothing else. */
function oneKey({ required = [], ...others }: JsonSchema): readonly string[] {
  return required.length === 1 && Object.keys(others).length === 0 ? required : [];
}

/** An object has one of the keys at least: not all that it has are others. */
function hasOneOf(keys: readonly string[]): JsonSchema {
  return { not: { propertyNames: { not: { enum: keys } } } };
}

/** The one value that a schema made by `valueAt` or `valueIs` starts from. */
function wayInto(schema: JsonSchema): string | undefined {
  return isPath(schema) ? only(Object.keys(schema.properties ?? {})) : undefined;
}

function only<T>(schemas: readonly T[]): T | undefined {
  return schemas.length === 1 ? schemas[0] : undefined;
}

/** Whether a schema was made by `valueAt` or `valueIs`, and so says nothing else than what it has `properties` for. */
function isPath({ properties, required, ...others }: JsonSchema): boolean {
  return properties !== undefined && Object.keys(others).length === 0;
}

function both(a: JsonSchema, b: JsonSchema): JsonSchema {
  if (!isPath(a) || !isPath(b)) return all([a, b]);
  const properties = { ...a.properties };
  for (const [name, schema] of Object.entries(b.properties ?? {})) {
    const before = properties[name];
    properties[name] = before ? both(before, schema) : schema;
  }
  const required = [...new Set([...(a.required ?? []), ...(b.required ?? [])])];
  return { properties, ...(required.length > 0 && { required }) };
}
