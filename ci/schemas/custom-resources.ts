import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import { asKind, type GroupVersionKind, type JsonSchema } from "./json-schema.ts";

/** The fields of a CustomResourceDefinition that are read here. */
interface Crd {
  readonly kind: string;
  readonly spec: {
    readonly group: string;
    readonly names: { readonly kind: string };
    readonly versions: readonly {
      readonly name: string;
      readonly served: boolean;
      readonly schema: { readonly openAPIV3Schema: JsonSchema };
    }[];
  };
}

export interface CustomResource {
  readonly gvk: GroupVersionKind;
  readonly schema: JsonSchema;
}

/** Strict schemas of every served version of CRDs; `metadata` is given, as CRDs leave it out. */
export async function customResources(files: readonly string[], metadata: JsonSchema): Promise<CustomResource[]> {
  const found: CustomResource[] = [];
  for (const file of files) {
    const { spec }: Crd = parse(await readFile(file, "utf8"));
    for (const version of spec.versions.filter((candidate) => candidate.served)) {
      const gvk = { group: spec.group, version: version.name, kind: spec.names.kind };
      const strict = strictStructure(version.schema.openAPIV3Schema);
      found.push({ gvk, schema: asKind({ ...strict, properties: { ...strict.properties, metadata } }, gvk) });
    }
  }
  return found;
}

/**
 * The API server drops fields that a structural schema does not name; here they are refused. What stands under anyOf,
 * oneOf, allOf and not only narrows values, names no fields of its own and therefore stays as it is.
 */
function strictStructure(schema: JsonSchema): JsonSchema {
  const strict = { ...schema };
  if (schema.properties !== undefined) strict.properties = mapValues(schema.properties, strictStructure);
  if (schema.items !== undefined) strict.items = strictStructure(schema.items);
  if (typeof schema.additionalProperties === "object") {
    strict.additionalProperties = strictStructure(schema.additionalProperties);
  } else if (isClosed(schema)) {
    strict.additionalProperties = false;
  }
  if (schema.nullable === true && typeof schema.type === "string") strict.type = [schema.type, "null"];
  if (schema["x-kubernetes-int-or-string"] === true) strict.type = ["integer", "string"];
  return strict;
}

function isClosed(schema: JsonSchema): boolean {
  return (
    schema.type === "object" &&
    schema.additionalProperties === undefined &&
    schema["x-kubernetes-preserve-unknown-fields"] !== true &&
    schema["x-kubernetes-embedded-resource"] !== true
  );
}

function mapValues(
  schemas: Record<string, JsonSchema>,
  change: (schema: JsonSchema) => JsonSchema,
): Record<string, JsonSchema> {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, change(schema)]));
}
