import type { JsonSchema } from "../values/json-schema.ts";
import { nearest } from "./nearest.ts";
import {
  kubernetesType,
  type LiteralShape,
  type ObjectType,
  type ScalarType,
  type Shape,
  type TypeName,
} from "./openapi.ts";
import { quantityPattern } from "./quantity.ts";
import { unusableFields } from "./unusable-fields.ts";

/** A type without some of its fields, as it stands in a map whose key is that field: an EnvVar without its name. */
export interface PartialType {
  readonly type: TypeName;
  readonly omit: readonly string[];
}

const definitions = "#/definitions/";

/** The name of a type's schema among the definitions: `EnvVar`, or `EnvVarWithoutName`. */
export function definitionName(type: TypeName | PartialType): string {
  const { type: name, omit } = partial(type);
  if (omit.length === 0) return name;
  return omit.length <= 2 ? `${name}Without${omit.map(capitalized).join("And")}` : `${name}Part`;
}

/** A reference to a type's schema among the definitions. */
export function definitionRef(type: TypeName | PartialType): string {
  return `${definitions}${definitionName(type)}`;
}

/**
 * Draft-07 schemas of the named types and of all that they contain, for use as `definitions`; sorted by name.
 *
 * Every object is closed, save maps such as labels, and every property is described by a pointer to the API reference.
 * Fields that no pod of a chart can make use of are left out.
 * A type that is also contained in another one is there in full, whatever is omitted from it elsewhere.
 *
 * @throws Error when the extract has no such type, or the type has no field that should be omitted.
 */
export function kubernetesSchema(types: readonly (TypeName | PartialType)[]): Readonly<Record<string, JsonSchema>> {
  const found = new Map(types.map((type) => [definitionName(type), partial(type)]));
  for (const type of types) {
    const other = found.get(definitionName(type));
    if (other && String(other.omit) !== String(partial(type).omit))
      throw new Error(
        `two parts of ${partial(type).type} would be called ${definitionName(type)}; omit the same fields`,
      );
  }
  const schemas: [string, JsonSchema][] = [];
  // A map yields what is added to it while it is read.
  for (const [name, type] of found) {
    schemas.push([name, typeSchema(type)]);
    for (const ref of referencesOf(type)) {
      found.set(ref, { type: ref, omit: [] });
    }
  }
  return Object.fromEntries(schemas.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function partial(type: TypeName | PartialType): PartialType {
  return typeof type === "string" ? { type, omit: [] } : type;
}

function typeSchema(partialType: PartialType): JsonSchema {
  const { type: name } = partialType;
  const type = kubernetesType(name);
  if ("scalar" in type) {
    return { description: pointer(name), ...scalarSchema(type) };
  }
  const { fields, required = [] } = without(type, partialType);
  const properties = Object.entries(fields).map(([field, shape]) => [
    field,
    { description: pointer(`${name}.${field}`), ...shapeSchema(shape) },
  ]);
  return {
    description: pointer(name),
    type: "object",
    properties: Object.fromEntries(properties),
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: false,
  };
}

function without({ fields, required = [] }: ObjectType, { type, omit }: PartialType): ObjectType {
  const absent = [...omit, ...(unusableFields[type] ?? [])];
  const unknown = absent.find((field) => !Object.hasOwn(fields, field));
  if (unknown !== undefined) {
    const names = nearest(unknown, Object.keys(fields)).join(", ");
    throw new Error(`Kubernetes ${type}: no field "${unknown}" to omit; use one of the nearest names (${names})`);
  }
  return {
    fields: Object.fromEntries(Object.entries(fields).filter(([field]) => !absent.includes(field))),
    required: required.filter((field) => !omit.includes(field)),
  };
}

function shapeSchema(shape: Shape): JsonSchema {
  if ("ref" in shape) {
    return { $ref: definitionRef(shape.ref) };
  }
  if ("list" in shape) {
    return { type: "array", items: shapeSchema(shape.list) };
  }
  return "map" in shape ? { type: "object", additionalProperties: shapeSchema(shape.map) } : literalSchema(shape);
}

function literalSchema({ type, enum: options }: LiteralShape): JsonSchema {
  return options === undefined ? { type } : { enum: options };
}

function scalarSchema({ scalar }: ScalarType): JsonSchema {
  switch (scalar) {
    case "int-or-string":
      return { type: ["integer", "string"] };
    case "quantity":
      // The pattern concerns strings only. A bare number is how people write `cpu: 1`.
      return { type: ["string", "number"], pattern: quantityPattern };
  }
}

function referencesOf(partialType: PartialType): readonly TypeName[] {
  const type = kubernetesType(partialType.type);
  return "scalar" in type ? [] : Object.values(without(type, partialType).fields).flatMap(leafReference);
}

function leafReference(shape: Shape): readonly TypeName[] {
  if ("ref" in shape) {
    return [shape.ref];
  }
  if ("list" in shape) {
    return leafReference(shape.list);
  }
  return "map" in shape ? leafReference(shape.map) : [];
}

function pointer(name: string): string {
  return `Kubernetes ${name}; see the API reference`;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
