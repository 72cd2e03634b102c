import type { JsonSchema } from "../../../generator/values/json-schema.ts";
import { isValues, type Values } from "../values-file.ts";
import type { Path } from "./path.ts";
import { definitionOf, resolved } from "./schema-at.ts";

/** A value that is empty by default, such as an affinity, and so needs an example to get wrong. */
export interface Place {
  readonly path: Path;
  readonly schema: JsonSchema;
}

/** Every map, list and embedded Kubernetes type among the declared values. */
export function placesOf(root: JsonSchema): readonly Place[] {
  return placesIn(root, root, []);
}

function placesIn(root: JsonSchema, schema: JsonSchema, path: Path): readonly Place[] {
  const target = resolved(root, schema);
  const isGroup = definitionOf(schema) === undefined && target.properties !== undefined;
  if (isGroup && typeof target.additionalProperties !== "object") {
    return Object.entries(target.properties ?? {}).flatMap(([key, child]) => placesIn(root, child, [...path, key]));
  }
  const isOpen =
    target.type === "object" && target.properties === undefined && target.additionalProperties === undefined;
  return (target.type === "object" && !isOpen) || target.type === "array" ? [{ path, schema }] : [];
}

/** Every value that the chart declares: groups and what is in them, not what people put into maps and lists. */
export function declaredPaths(root: JsonSchema, defaults: Values): readonly Path[] {
  const walk = (schema: JsonSchema, values: unknown, path: Path): readonly Path[] => {
    const isGroup = definitionOf(schema) === undefined && schema.properties !== undefined;
    const children = isGroup && isValues(values) ? Object.entries(values) : [];
    return children.flatMap(([key, child]) => [
      [...path, key],
      ...walk(schema.properties?.[key] ?? {}, child, [...path, key]),
    ]);
  };
  return walk(root, defaults, []);
}
