import type { JsonValue } from "./json-schema.ts";

export type JsonObject = { readonly [key: string]: JsonValue };

/** Whether a value, of which nothing is known, has keys; see `isObject` for one that is JSON. */
export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isObject(value: JsonValue): value is JsonObject {
  return isMapping(value);
}

/** A field of an object; undefined where there is none, or no object. */
export function fieldOf(value: JsonValue, name: string): JsonValue | undefined {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** @throws Error where there is something else */
export function listOf(value: JsonValue): readonly JsonValue[] {
  if (!Array.isArray(value)) throw new Error(`a list is needed, not ${JSON.stringify(value)}`);
  return value;
}

/** @throws Error where there is something else */
export function objectOf(value: JsonValue): JsonObject {
  if (!isObject(value)) throw new Error(`an object is needed, not ${JSON.stringify(value)}`);
  return value;
}

/** An object without some of its fields. */
export function omit(object: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}
