import { duplicatesIn } from "./duplicates.ts";
import { alternativesOf, type Hole } from "./hole.ts";
import { describe, literalProblem, scalarProblem } from "./literal.ts";
import { nearest } from "./nearest.ts";
import { isKind, kubernetesType, type ListShape, type Shape, type TypeName } from "./openapi.ts";

/** A mistake in the body of a Kubernetes object. */
export interface BodyError {
  /** Where: `spec.template.spec.containers[0].image`; empty for the whole body. */
  readonly path: string;
  /** What is wrong there and what to do, to be read after the path. */
  readonly problem: string;
}

/**
 * The mistakes in the body of a Kubernetes object that may contain holes: unknown and missing fields, literals of a
 * wrong type or outside their options, and list items that Kubernetes would take for the same item.
 *
 * A hole counts as present. Each of its alternatives is checked in its place; in a list they are items. A field that is
 * `undefined` counts as absent. A kind needs `apiVersion`, `kind` and `metadata` as well.
 *
 * @throws Error when the extract has no such type.
 */
export function bodyErrors(body: unknown, typeName: TypeName, hole: Hole): readonly BodyError[] {
  const identity = isKind(typeName) ? ["apiVersion", "kind", "metadata"] : [];
  return alternativesOf(body, hole).flatMap((root) => typeErrors(root, "", typeName, hole, identity));
}

function shapeErrors(value: unknown, path: string, shape: Shape, hole: Hole): readonly BodyError[] {
  return alternativesOf(value, hole).flatMap((body) => {
    if ("ref" in shape) {
      return typeErrors(body, path, shape.ref, hole);
    }
    if ("list" in shape) {
      return listErrors(body, path, shape, hole);
    }
    return "map" in shape ? mapErrors(body, path, shape.map, hole) : errorsAt(path, literalProblem(body, shape));
  });
}

function typeErrors(
  value: unknown,
  path: string,
  typeName: TypeName,
  hole: Hole,
  alsoRequired: readonly string[] = [],
): readonly BodyError[] {
  const type = kubernetesType(typeName);
  if ("scalar" in type) {
    return errorsAt(path, scalarProblem(value, type));
  }
  const present = presentFields(value);
  if (present === undefined) {
    return errorsAt(path, `is ${describe(value)}; write an object, Kubernetes ${typeName}`);
  }
  const missing = [...alsoRequired, ...(type.required ?? [])].filter((field) => !present.has(field));
  return [
    ...missing.flatMap((field) => errorsAt(fieldPath(path, field), `is missing; Kubernetes ${typeName} requires it`)),
    ...[...present].flatMap(([field, content]) => {
      const shape = Object.hasOwn(type.fields, field) ? type.fields[field] : undefined;
      const place = fieldPath(path, field);
      return shape === undefined
        ? errorsAt(place, unknownField(typeName, field, Object.keys(type.fields)))
        : shapeErrors(content, place, shape, hole);
    }),
  ];
}

function mapErrors(value: unknown, path: string, shape: Shape, hole: Hole): readonly BodyError[] {
  const present = presentFields(value);
  return present === undefined
    ? errorsAt(path, `is ${describe(value)}; write a map`)
    : [...present].flatMap(([key, content]) => shapeErrors(content, fieldPath(path, key), shape, hole));
}

function listErrors(value: unknown, path: string, shape: ListShape, hole: Hole): readonly BodyError[] {
  if (!Array.isArray(value)) {
    return errorsAt(path, `is ${describe(value)}; write a list`);
  }
  const items: readonly unknown[] = value;
  const keys = shape.keys?.join(" and ");
  return [
    ...items.flatMap((item, index) => shapeErrors(item, `${path}[${index}]`, shape.list, hole)),
    ...duplicatesIn(items, shape, hole).flatMap(({ index, of, identity }) =>
      errorsAt(
        `${path}[${index}]`,
        `has the ${keys} of ${path}[${of}] (${identity}); remove one or change its ${keys}`,
      ),
    ),
  ];
}

/** The fields of an object that have a value; undefined for anything else. */
function presentFields(value: unknown): ReadonlyMap<string, unknown> | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? new Map(Object.entries(value).filter(([, content]) => content !== undefined))
    : undefined;
}

function unknownField(typeName: TypeName, field: string, fields: readonly string[]): string {
  const [name] = nearest(field, fields, 1);
  return `is not a field that Kubernetes ${typeName} lets a chart write; the nearest is ${name}`;
}

function fieldPath(path: string, field: string): string {
  if (!/^[A-Za-z_$][\w$]*$/.test(field)) {
    return `${path}[${JSON.stringify(field)}]`;
  }
  return path === "" ? field : `${path}.${field}`;
}

function errorsAt(path: string, problem: string | undefined): readonly BodyError[] {
  return problem === undefined ? [] : [{ path, problem }];
}
