import type { JsonSchema } from "../../../generator/values/json-schema.ts";
import { isValues, type Values } from "../values-file.ts";
import type { Path } from "./path.ts";
import { resolved } from "./schema-at.ts";

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
  if (isGroup(target) && !hasChosenKeys(target)) {
    return Object.entries(target.properties ?? {}).flatMap(([key, child]) => placesIn(root, child, [...path, key]));
  }
  const isCollection = target.type === "array" || hasChosenKeys(target) || target.properties !== undefined;
  return isCollection ? [{ path, schema }] : [];
}

/** Every value that the chart declares: groups and what is in them, not what people put into maps and lists. */
export function declaredPaths(root: JsonSchema, defaults: Values): readonly Path[] {
  const walk = (schema: JsonSchema, values: unknown, path: Path): readonly Path[] => {
    const target = resolved(root, schema);
    const children = isGroup(target) && isValues(values) ? Object.entries(values) : [];
    return children.flatMap(([key, child]) => {
      const declaration = target.properties?.[key];
      // What a map or Kubernetes type holds by default is not declared one by one.
      return declaration ? [[...path, key], ...walk(declaration, child, [...path, key])] : [];
    });
  };
  return walk(root, defaults, []);
}

/** Whether the chart declares what is in it. The Kubernetes API declares what is in its types. */
function isGroup({ properties, description }: JsonSchema): boolean {
  return properties !== undefined && !description?.startsWith("Kubernetes ");
}

function hasChosenKeys({ additionalProperties, patternProperties }: JsonSchema): boolean {
  return typeof additionalProperties === "object" || patternProperties !== undefined;
}
