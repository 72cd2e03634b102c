import { isObject, type JsonObject, omit } from "../../values/json.ts";
import type { JsonValue } from "../../values/json-schema.ts";
import { sameValue } from "./way.ts";

/** Something that a value lacks of another. */
export interface Lack {
  /** Where it would be; of an item of a list with a field that tells items apart, `env[NAME].value`. */
  readonly path: string;
  /** Whether there is something else in its place. */
  readonly instead: boolean;
}

/** What a value lacks of another: fields of objects, items of keyed lists, and whole lists of anything else. */
export function lacking(value: JsonValue | undefined, wanted: JsonValue, path = ""): readonly Lack[] {
  if (isObject(wanted)) {
    if (value === undefined || !isObject(value)) return leaves(wanted, path);
    return Object.entries(wanted).flatMap(([name, field]) => lacking(value[name], field, joined(path, name)));
  }
  const key = keyOf(wanted);
  if (!key || !Array.isArray(wanted)) return sameText(value, wanted) ? [] : [{ path, instead: value !== undefined }];
  const items = Array.isArray(value) ? value.filter(isObject) : [];
  return wanted.filter(isObject).flatMap((item) => {
    const like = items.find((other) => sameText(other[key], item[key] ?? null));
    return lacking(like, omit(item, [key]), `${path}[${String(item[key])}]`);
  });
}

/** Whether a value has all of another. */
export function contains(value: JsonValue | undefined, wanted: JsonValue): boolean {
  return lacking(value, wanted).length === 0;
}

/** Kubernetes' own merge keys, and what else tells items of its lists apart. */
const keys = ["containerPort", "name", "mountPath", "ip", "path", "host", "secretName", "type", "port"];

/** The field that tells the items of a list apart. */
function keyOf(list: JsonValue): string | undefined {
  if (!Array.isArray(list) || list.length === 0 || !list.every(isObject)) return undefined;
  return keys.find(
    (key) =>
      new Set(list.map((item: JsonObject) => item[key])).size === list.length && list.every((item) => key in item),
  );
}

function leaves(wanted: JsonObject, path: string): readonly Lack[] {
  const fields = Object.entries(wanted);
  if (fields.length === 0) return [{ path, instead: false }];
  return fields.flatMap(([name, field]) => lacking(undefined, field, joined(path, name)));
}

function joined(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}

/** Quantities are numbers or texts. */
function sameText(value: JsonValue | undefined, wanted: JsonValue): boolean {
  if (typeof value === "object" || typeof wanted === "object") return sameValue(value, wanted);
  return String(value) === String(wanted);
}
