import type { ScalarType, Shape, TypeName } from "../../generator/kubernetes/openapi.ts";
import { type OpenApiSchema, referenceOf } from "./openapi-schema.ts";

const literalTypes = ["boolean", "integer", "number", "string"] as const;

/**
 * What a property allows. `names` gives the short names of types, `options` the enum of the property's literals.
 *
 * @throws Error when the property has a form that the extract cannot express.
 */
export function shapeOf(
  place: string,
  schema: OpenApiSchema,
  names: ReadonlyMap<string, TypeName>,
  options: readonly string[] | undefined,
): Shape {
  const reference = referenceOf(schema);
  if (reference !== undefined) {
    return { ref: names.get(reference) ?? reference };
  }
  if (schema.items !== undefined) {
    const keys = schema["x-kubernetes-list-map-keys"];
    const list = shapeOf(place, schema.items, names, options);
    return { list, ...(keys === undefined ? {} : { keys }) };
  }
  if (schema.additionalProperties !== undefined) {
    return { map: shapeOf(place, schema.additionalProperties, names, options) };
  }
  const type = literalTypes.find((name) => name === schema.type);
  if (type === undefined) {
    throw new Error(`${place}: type ${schema.type ?? "none"} without more structure; teach ci/openapi/shape.ts`);
  }
  return {
    type,
    ...(schema.format === undefined ? {} : { format: schema.format }),
    ...(options === undefined ? {} : { enum: options }),
    // Empty defaults are Go's zero values and say nothing.
    ...(typeof schema.default === "string" && schema.default !== "" ? { default: schema.default } : {}),
  };
}

/**
 * How JSON writes a type without fields.
 *
 * @throws Error when the type is neither of the two that the charts need.
 */
export function scalarOf(name: string, schema: OpenApiSchema): ScalarType["scalar"] {
  const types = (schema.oneOf ?? []).map(({ type }) => type).join(" or ");
  if (schema.format === "int-or-string") {
    return "int-or-string";
  }
  if (name.endsWith(".Quantity") && types === "string or number") {
    return "quantity";
  }
  throw new Error(`${name}: an object without fields; leave out the field that refers to it, in ci/openapi/roots.ts`);
}
