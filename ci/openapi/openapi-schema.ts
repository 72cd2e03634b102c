/** The part of an OpenAPI v3 schema that Kubernetes' documents use and the extract needs. */
export interface OpenApiSchema {
  readonly $ref?: string;
  readonly allOf?: readonly OpenApiSchema[];
  readonly oneOf?: readonly OpenApiSchema[];
  readonly type?: string;
  readonly format?: string;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, OpenApiSchema>>;
  readonly required?: readonly string[];
  readonly items?: OpenApiSchema;
  readonly additionalProperties?: OpenApiSchema;
  readonly "x-kubernetes-list-map-keys"?: readonly string[];
  readonly "x-kubernetes-group-version-kind"?: readonly GroupVersionKind[];
}

export interface GroupVersionKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

/** The type that a field, its items or its values refer to. */
export function leafReference(schema: OpenApiSchema): string | undefined {
  const inner = schema.items ?? schema.additionalProperties;
  return inner === undefined ? referenceOf(schema) : leafReference(inner);
}

/** The type that a schema refers to; the documents wrap a reference in `allOf` when a description stands beside it. */
export function referenceOf(schema: OpenApiSchema): string | undefined {
  return (schema.$ref ?? schema.allOf?.[0]?.$ref)?.replace("#/components/schemas/", "");
}

/** The kind of a type. Types that the API serves as several kinds, such as DeleteOptions, are no kind of their own. */
export function kindOf(schema: OpenApiSchema): GroupVersionKind | undefined {
  const kinds = schema["x-kubernetes-group-version-kind"] ?? [];
  return kinds.length === 1 ? kinds[0] : undefined;
}

/** As objects write it: `apps/v1`, or `v1` for the core group. */
export function apiVersionOf({ group, version }: GroupVersionKind): string {
  return group === "" ? version : `${group}/${version}`;
}
