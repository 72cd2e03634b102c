import { isValues } from "../values-file.ts";

/** Where a value is: keys of objects and positions in lists. */
export type Path = readonly (string | number)[];

/** As JSON Schema's validators write it: `/core/env/A~1B`. */
export function pointerOf(path: Path): string {
  return path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

export function valueAt(value: unknown, path: Path): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(value) && typeof key === "number") return valueAt(value[key], rest);
  return isValues(value) ? valueAt(value[key], rest) : undefined;
}

/** The same value with another one at a path. */
export function withValueAt(value: unknown, path: Path, wanted: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return wanted;
  if (typeof key === "number") {
    const list = Array.isArray(value) ? value : [];
    return list.with(key, withValueAt(list[key], rest, wanted));
  }
  const before = isValues(value) ? value : {};
  return { ...before, [key]: withValueAt(before[key], rest, wanted) };
}

/** The same value without the key that the path ends with. */
export function withoutKey(value: unknown, path: Path): unknown {
  const parent = valueAt(value, path.slice(0, -1));
  const last = path.at(-1);
  if (!isValues(parent) || last === undefined) throw new Error(`no key of an object: ${pointerOf(path)}`);
  return withValueAt(
    value,
    path.slice(0, -1),
    Object.fromEntries(Object.entries(parent).filter(([key]) => key !== last)),
  );
}
