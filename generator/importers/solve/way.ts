import type { JsonValue } from "../../values/json-schema.ts";

/** Where a value is: names of groups and entries, and places in lists. */
export type Path = readonly (string | number)[];

/** A value to be set. */
export interface Assignment {
  readonly path: Path;
  readonly value: JsonValue;
}

/** Values which together may bring something about; none where it is so already. */
export type Way = readonly Assignment[];

/** The way that changes nothing. */
export const asItIs: Way = [];

/** Each of some ways with each of others, less those that want two values at one place. */
export function both(some: readonly Way[], others: readonly Way[]): readonly Way[] {
  return some.flatMap((one) => others.flatMap((other) => joined(one, other)));
}

function joined(one: Way, other: Way): readonly Way[] {
  const clash = other.some(({ path, value }) =>
    one.some((before) => samePath(before.path, path) && !sameValue(before.value, value)),
  );
  const added = other.filter(({ path }) => !one.some((before) => samePath(before.path, path)));
  return clash ? [] : [[...one, ...added]];
}

function samePath(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((part, index) => part === b[index]);
}

/** Whether two values are the same, in whatever order their fields are. */
export function sameValue(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const others = new Map<string, JsonValue>(Object.entries(b));
  const fields = Object.entries(a);
  return fields.length === others.size && fields.every(([name, field]) => sameValue(field, others.get(name)));
}

/** Values with others set in them. Groups and lists on the way are made where they are not there. */
export function withAssignments(values: JsonValue, way: Way): JsonValue {
  return way.reduce((result, { path, value }) => assigned(result, path, value), values);
}

function assigned(into: JsonValue | undefined, [first, ...rest]: Path, value: JsonValue): JsonValue {
  if (first === undefined) return value;
  if (typeof first === "number") {
    const items: JsonValue[] = Array.isArray(into) ? [...into] : [];
    items[first] = assigned(items[first], rest, value);
    return items;
  }
  const fields = typeof into === "object" && into !== null && !Array.isArray(into) ? into : {};
  return { ...fields, [first]: assigned((fields as Record<string, JsonValue>)[first], rest, value) };
}
