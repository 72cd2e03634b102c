import { nearest } from "./nearest.ts";
import data from "./openapi.json" with { type: "json" };

/** A Kubernetes type by its short name, such as `Container`; `group.version.Name` where two types share the short name. */
export type TypeName = string;

/** A literal. `format` is Kubernetes' own (`int32`, `int64`, `byte`); `default` is what the API server fills in. */
export interface LiteralShape {
  readonly type: "boolean" | "integer" | "number" | "string";
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly default?: string;
}

/** A reference to another type. */
export interface RefShape {
  readonly ref: TypeName;
}

/** A list; with `keys`, Kubernetes takes items that agree in these fields for one item, and refuses two of them. */
export interface ListShape {
  readonly list: Shape;
  readonly keys?: readonly string[];
}

/** A map from any string, such as labels. */
export interface MapShape {
  readonly map: Shape;
}

/** What may stand at one place of an object. */
export type Shape = LiteralShape | RefShape | ListShape | MapShape;

/** An object with named fields. */
export interface ObjectType {
  readonly fields: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
}

/** A type that JSON writes as text or as a number. */
export interface ScalarType {
  readonly scalar: "int-or-string" | "quantity";
}

export type KubernetesType = ObjectType | ScalarType;

/** The structure of the Kubernetes API, without its prose: what `openapi.json` holds. Written by `npm run openapi`. */
export interface OpenApiExtract {
  /** The module and version it was taken from. */
  readonly source: string;
  /** API version, then kind, to type name. */
  readonly kinds: Readonly<Record<string, Readonly<Record<string, TypeName>>>>;
  readonly types: Readonly<Record<TypeName, KubernetesType>>;
}

/** The committed extract. TypeScript reads the strings of a JSON file as `string`, hence the assertion; a test checks it. */
export const openApi = data as OpenApiExtract;

/**
 * The structure of one Kubernetes type.
 *
 * @throws Error when the extract has no such type; the message lists the nearest names.
 */
export function kubernetesType(name: TypeName): KubernetesType {
  const type = Object.hasOwn(openApi.types, name) ? openApi.types[name] : undefined;
  if (type === undefined) {
    const names = nearest(name, Object.keys(openApi.types)).join(", ");
    throw new Error(
      `Kubernetes type "${name}": not in the extract of ${openApi.source}; use one of the nearest names (${names}), ` +
        "or add the kind that contains it to ci/openapi/roots.ts and run: npm run openapi",
    );
  }
  return type;
}

/** The type of the objects with this `apiVersion` and `kind`; undefined for a kind outside the extract, such as a custom resource. */
export function kindOf(apiVersion: string, kind: string): TypeName | undefined {
  const kinds = Object.hasOwn(openApi.kinds, apiVersion) ? openApi.kinds[apiVersion] : undefined;
  return kinds !== undefined && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
}

/** Whether objects of this type stand on their own, with `apiVersion`, `kind` and `metadata`. */
export function isKind(name: TypeName): boolean {
  return Object.values(openApi.kinds).some((kinds) => Object.values(kinds).includes(name));
}
