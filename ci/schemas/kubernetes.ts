import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { KubernetesVersion } from "../kubernetes-versions.ts";
import { goModuleFolder } from "../tools/wrapper-module.ts";
import { asKind, type GroupVersionKind, type JsonSchema } from "./json-schema.ts";

export type Definitions = Record<string, JsonSchema>;

/** A type some manifest can have: which one, and the name of its definition. */
export interface Kind {
  readonly gvk: GroupVersionKind;
  readonly definition: string;
}

/** Types whose JSON form is not what their published schema says, or that really hold anything. */
const corrections: Definitions = {
  "io.k8s.apimachinery.pkg.api.resource.Quantity": { oneOf: [{ type: "string" }, { type: "number" }] },
  "io.k8s.apimachinery.pkg.util.intstr.IntOrString": { oneOf: [{ type: "string" }, { type: "integer" }] },
  // Tools write `creationTimestamp: null`, and the API server takes it.
  "io.k8s.apimachinery.pkg.apis.meta.v1.Time": { type: ["string", "null"], format: "date-time" },
  "io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1": { type: "object" },
  "io.k8s.apimachinery.pkg.apis.meta.v1.Patch": { type: "object" },
  "io.k8s.apimachinery.pkg.runtime.RawExtension": { type: "object" },
};

export function wrapperOf(version: KubernetesVersion): string {
  return `kubernetes-${version}`;
}

/** The definitions Kubernetes publishes, made strict: unknown fields are refused. */
export async function kubernetesDefinitions(version: KubernetesVersion): Promise<Definitions> {
  const folder = await goModuleFolder(wrapperOf(version), "k8s.io/kubernetes");
  const swagger: { definitions: Definitions } = JSON.parse(
    await readFile(join(folder, "api/openapi-spec/swagger.json"), "utf8"),
  );
  const strict: Definitions = {};
  for (const [name, schema] of Object.entries(swagger.definitions)) {
    strict[name] = corrections[name] ?? strictDefinition(schema);
  }
  return strict;
}

/** Every kind a manifest can have; types with several, such as DeleteOptions, are arguments of API calls. */
export function kindsOf(definitions: Definitions): Kind[] {
  return Object.entries(definitions).flatMap(([definition, schema]) => {
    const [gvk, ...others] = schema["x-kubernetes-group-version-kind"] ?? [];
    return gvk === undefined || others.length > 0 ? [] : [{ gvk, definition }];
  });
}

/** Only the top of a definition is an object with fields: what it nests it names with $ref. */
function strictDefinition(schema: JsonSchema): JsonSchema {
  const gvks = schema["x-kubernetes-group-version-kind"] ?? [];
  const [gvk] = gvks;
  const typed = gvk !== undefined && gvks.length === 1 ? asKind(schema, gvk) : schema;
  const isClosed = typed.type === "object" && typed.additionalProperties === undefined;
  return isClosed ? { ...typed, additionalProperties: false } : typed;
}
