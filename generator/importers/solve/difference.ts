import { isObject, type JsonObject, omit } from "../../values/json.ts";
import type { JsonValue } from "../../values/json-schema.ts";
import { type Path, sameValue } from "./way.ts";

/** What values have beyond others: objects key by key, everything else as a whole. */
export function beyond(base: JsonValue, values: JsonValue): JsonObject {
  if (!isObject(base) || !isObject(values)) return {};
  const fields = Object.entries(values).flatMap(([name, value]): [string, JsonValue][] => {
    const before = base[name];
    if (sameValue(before, value)) return [];
    return [[name, isObject(value) && before !== undefined && isObject(before) ? beyond(before, value) : value]];
  });
  return Object.fromEntries(fields);
}

/** The paths of what values have beyond others. An entry that is not among the others is one. */
export function pathsBeyond(base: JsonValue, values: JsonValue, path: readonly string[] = []): readonly Path[] {
  if (!isObject(base) || !isObject(values)) return sameValue(base, values) ? [] : [path];
  return Object.entries(values).flatMap(([name, value]) => {
    const before = base[name];
    return before === undefined ? [[...path, name]] : pathsBeyond(before, value, [...path, name]);
  });
}

/** Values with one of them as it is in others. */
export function returned(base: JsonValue | undefined, values: JsonValue, [first, ...rest]: Path): JsonValue {
  if (first === undefined || !isObject(values)) return base ?? values;
  const name = String(first);
  const before = base !== undefined && isObject(base) ? base[name] : undefined;
  if (before === undefined && rest.length === 0) return omit(values, [name]);
  return { ...values, [name]: returned(before, values[name] ?? null, rest) };
}
