import type { JsonSchema } from "../values/json-schema.ts";
import { mapSubschemas, mapValues, subschemasOf } from "./subschemas.ts";

/**
 * The same schema, with each definition that one other definition alone refers to standing there, under the description
 * there: a reference is a schema for Helm to compile like any other. What values refer to keeps its name.
 */
export function withoutSingleReferences(schema: JsonSchema): JsonSchema {
  const { definitions = {}, ...root } = schema;
  const byValues = countReferences([root]);
  const byDefinitions = countReferences(Object.values(definitions));
  const isSingle = (name: string) => !byValues.has(refTo(name)) && byDefinitions.get(refTo(name)) === 1;
  const inlined = (part: JsonSchema): JsonSchema => {
    const { $ref = "", ...annotations } = part;
    const name = $ref.replace(refTo(""), "");
    if (!isSingle(name)) return mapSubschemas(part, inlined);
    return inlined({ ...annotations, ...definitions[name], ...annotations });
  };
  const kept = Object.entries(definitions).filter(([name]) => !isSingle(name));
  return { ...root, definitions: mapValues(Object.fromEntries(kept), inlined) };
}

function refTo(name: string): string {
  return `#/definitions/${name}`;
}

/** How many places refer to what, in these schemas and all that are in them. */
function countReferences(schemas: readonly JsonSchema[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const count = (schema: JsonSchema): void => {
    if (schema.$ref !== undefined) counts.set(schema.$ref, (counts.get(schema.$ref) ?? 0) + 1);
    subschemasOf(schema).forEach(count);
  };
  schemas.forEach(count);
  return counts;
}
