import type { JsonSchema } from "../values/json-schema.ts";

/** A schema that nothing fits. */
export const nothing: JsonSchema = { not: {} };

/** A value at a path is there and fits a schema. */
export function valueAt(path: readonly string[], schema: JsonSchema): JsonSchema {
  return path.reduceRight<JsonSchema>(
    (inner, name) => ({ type: "object", properties: { [name]: inner }, required: [name] }),
    schema,
  );
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
  return all(merged);
}

/** One of the schemas holds at least; what they share of the way to their values is said once. */
export function disjunction(schemas: readonly JsonSchema[]): JsonSchema {
  const ways = Map.groupBy(schemas, (schema) => wayInto(schema) ?? JSON.stringify(schema));
  const merged = [...ways].map(([name, same]) => {
    const [first = nothing] = same;
    if (same.length === 1 || !wayInto(first)) return first;
    return valueAt([name], disjunction(same.map(({ properties }) => properties?.[name] ?? {})));
  });
  return only(merged) ?? { anyOf: merged };
}

/** The one value that a schema made by `valueAt` starts from. */
function wayInto(schema: JsonSchema): string | undefined {
  return isPath(schema) ? only(schema.required ?? []) : undefined;
}

function only<T>(schemas: readonly T[]): T | undefined {
  return schemas.length === 1 ? schemas[0] : undefined;
}

/** Whether a schema was made by `valueAt`, and so says nothing else than what it has `properties` for. */
function isPath({ properties, required, ...others }: JsonSchema): boolean {
  return properties !== undefined && required !== undefined && Object.keys(others).join() === "type";
}

function both(a: JsonSchema, b: JsonSchema): JsonSchema {
  if (!isPath(a) || !isPath(b)) return all([a, b]);
  const properties = { ...a.properties };
  for (const [name, schema] of Object.entries(b.properties ?? {})) {
    const before = properties[name];
    properties[name] = before ? both(before, schema) : schema;
  }
  return { type: "object", properties, required: Object.keys(properties) };
}
