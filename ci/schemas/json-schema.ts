/** The part of JSON Schema (draft 4) and of Kubernetes' extensions to it that the published schemas use. */
export interface JsonSchema {
  type?: string | string[];
  format?: string;
  $ref?: string;
  enum?: unknown[];
  required?: string[];
  properties?: Record<string, JsonSchema>;
  additionalProperties?: boolean | JsonSchema;
  items?: JsonSchema;
  oneOf?: JsonSchema[];
  nullable?: boolean;
  description?: string;
  "x-kubernetes-group-version-kind"?: GroupVersionKind[];
  "x-kubernetes-int-or-string"?: boolean;
  "x-kubernetes-preserve-unknown-fields"?: boolean;
  "x-kubernetes-embedded-resource"?: boolean;
}

export interface GroupVersionKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

export function apiVersionOf({ group, version }: GroupVersionKind): string {
  return group === "" ? version : `${group}/${version}`;
}

/** Pins apiVersion and kind, and demands both: without them nobody knows what an object is. */
export function asKind(schema: JsonSchema, gvk: GroupVersionKind): JsonSchema {
  return {
    ...schema,
    required: [...new Set(["apiVersion", "kind", ...(schema.required ?? [])])],
    properties: {
      ...schema.properties,
      apiVersion: { type: "string", enum: [apiVersionOf(gvk)] },
      kind: { type: "string", enum: [gvk.kind] },
    },
  };
}
