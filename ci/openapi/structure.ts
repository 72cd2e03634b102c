import type { KubernetesType, OpenApiExtract, Shape, TypeName } from "../../generator/kubernetes/openapi.ts";
import type { Enums } from "./enums.ts";
import { apiVersionOf, type GroupVersionKind, kindOf, leafReference, type OpenApiSchema } from "./openapi-schema.ts";
import { scalarOf, shapeOf } from "./shape.ts";

/** What to extract, and from what. Types go by their full names, such as `io.k8s.api.core.v1.Container`. */
export interface Extraction {
  readonly source: string;
  readonly schemas: Readonly<Record<string, OpenApiSchema>>;
  readonly enums: Enums;
  readonly roots: readonly string[];
  readonly leftOut: Readonly<Record<string, readonly string[]>>;
}

/**
 * The structure of the roots and of all types that they contain, sorted by name.
 *
 * @throws Error when a root or a referenced type is missing, a left out field does not exist, or a schema has a form
 * that the extract cannot express.
 */
export function structureOf(extraction: Extraction): OpenApiExtract {
  const fullNames = closure(extraction);
  const names = shortNames(fullNames);
  const kinds: Record<string, Record<string, TypeName>> = {};
  const types: [TypeName, KubernetesType][] = [];
  for (const fullName of fullNames) {
    const name = names.get(fullName) ?? fullName;
    const kind = kindOf(schemaOf(extraction, fullName));
    types.push([name, typeOf(extraction, fullName, names)]);
    if (kind !== undefined) {
      kinds[apiVersionOf(kind)] = { ...kinds[apiVersionOf(kind)], [kind.kind]: name };
    }
  }
  return { source: extraction.source, kinds: sorted(Object.entries(kinds)), types: sorted(types) };
}

function closure(extraction: Extraction): readonly string[] {
  const found = new Set(extraction.roots);
  // A set yields what is added to it while it is read.
  for (const name of found) {
    for (const [, schema] of fieldsOf(extraction, name)) {
      const reference = leafReference(schema);
      if (reference !== undefined) {
        found.add(reference);
      }
    }
  }
  return [...found].sort();
}

/** The fields that a chart may write. */
function fieldsOf(extraction: Extraction, name: string): readonly [string, OpenApiSchema][] {
  const schema = schemaOf(extraction, name);
  const properties = schema.properties ?? {};
  const leftOut = extraction.leftOut[name] ?? [];
  const unknown = leftOut.find((field) => !Object.hasOwn(properties, field));
  if (unknown !== undefined) {
    throw new Error(`${name}: it has no field "${unknown}" to leave out; correct leftOut in ci/openapi/roots.ts`);
  }
  const isStatus = (field: string) => field === "status" && kindOf(schema) !== undefined;
  return Object.entries(properties)
    .filter(([field]) => !leftOut.includes(field) && !isStatus(field))
    .sort(byName);
}

function typeOf(extraction: Extraction, fullName: string, names: ReadonlyMap<string, TypeName>): KubernetesType {
  const schema = schemaOf(extraction, fullName);
  if (schema.properties === undefined) {
    return { scalar: scalarOf(fullName, schema) };
  }
  const kind = kindOf(schema);
  const fields: [string, Shape][] = fieldsOf(extraction, fullName).map(([field, property]) => {
    const place = `${fullName}.${field}`;
    return [field, shapeOf(place, property, names, extraction.enums.get(place) ?? identityOf(kind, field))];
  });
  const required = [...(schema.required ?? [])].sort();
  return { fields: Object.fromEntries(fields), ...(required.length > 0 ? { required } : {}) };
}

/** The one allowed text of a kind's `apiVersion` and `kind`. */
function identityOf(kind: GroupVersionKind | undefined, field: string): readonly string[] | undefined {
  if (kind !== undefined && field === "apiVersion") {
    return [apiVersionOf(kind)];
  }
  return kind !== undefined && field === "kind" ? [kind.kind] : undefined;
}

function schemaOf(extraction: Extraction, name: string): OpenApiSchema {
  const schema = extraction.schemas[name];
  if (schema === undefined) {
    throw new Error(`${name}: not in the OpenAPI documents of ${extraction.source}; check ci/openapi/roots.ts`);
  }
  return schema;
}

/** The last part of each name where that is unique, otherwise `group.version.Name`. */
function shortNames(fullNames: readonly string[]): ReadonlyMap<string, TypeName> {
  const last = (name: string, parts: number) => name.split(".").slice(-parts).join(".");
  const isUnique = (name: string) => fullNames.filter((other) => last(other, 1) === last(name, 1)).length === 1;
  return new Map(fullNames.map((name) => [name, last(name, isUnique(name) ? 1 : 3)]));
}

function sorted<Value>(entries: readonly [string, Value][]): Readonly<Record<string, Value>> {
  return Object.fromEntries([...entries].sort(byName));
}

/** By code units, so that the order is the same in every locale. */
function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
