import type { JsonSchema } from "../values/json-schema.ts";

type Schemas = Readonly<Record<string, JsonSchema>>;

/** A schema with a change made to each of the schemas directly in it, save its definitions. */
export function mapSubschemas(schema: JsonSchema, change: (part: JsonSchema) => JsonSchema): JsonSchema {
  const changed = Object.entries(schema).map(([keyword, content]) => {
    switch (keyword) {
      case "properties":
      case "patternProperties":
        return [keyword, mapValues(content as Schemas, change)];
      case "allOf":
      case "anyOf":
        return [keyword, (content as readonly JsonSchema[]).map(change)];
      case "additionalProperties":
        return [keyword, typeof content === "object" ? change(content as JsonSchema) : content];
      case "items":
      case "propertyNames":
      case "contains":
      case "if":
      case "then":
      case "else":
      case "not":
        return [keyword, change(content as JsonSchema)];
      default:
        return [keyword, content];
    }
  });
  return Object.fromEntries(changed);
}

/** The schemas directly in a schema, save its definitions. */
export function subschemasOf(schema: JsonSchema): readonly JsonSchema[] {
  const { properties = {}, patternProperties = {}, allOf = [], anyOf = [], additionalProperties } = schema;
  const { items, propertyNames, contains, if: condition, then, else: otherwise, not } = schema;
  const single = [items, propertyNames, contains, condition, then, otherwise, not];
  return [
    ...Object.values(properties),
    ...Object.values(patternProperties),
    ...allOf,
    ...anyOf,
    ...(typeof additionalProperties === "object" ? [additionalProperties] : []),
    ...single.filter((part) => part !== undefined),
  ];
}

/** The schemas of an object's keys, each changed. */
export function mapValues(schemas: Schemas, change: (schema: JsonSchema) => JsonSchema): Schemas {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, change(schema)]));
}
