import { isObject, type JsonObject, omit } from "../../values/json.ts";
import type { JsonValue } from "../../values/json-schema.ts";
import { containersOf, environmentOf, podSpecOf, type Setting } from "../environment/rendered.ts";

/** An object whose containers have their whole environment in `env`, wherever it comes from. */
export function flattened(object: JsonObject, objects: readonly JsonObject[]): JsonObject {
  const spec = podSpecOf(object);
  if (!spec) return object;
  const bodies = new Map(
    containersOf([object]).map((container): [JsonValue, JsonObject] => {
      const env = [...environmentOf(container, objects)].map(([name, setting]) => ({ name, ...variableOf(setting) }));
      return [container.body, { ...omit(container.body, ["envFrom", "env"]), ...(env.length > 0 && { env }) }];
    }),
  );
  return replaced(object, bodies) as JsonObject;
}

function variableOf(setting: Setting): JsonObject {
  if ("text" in setting) return { value: setting.text };
  if ("source" in setting) return { valueFrom: setting.source };
  return { valueFrom: { secretKeyRef: { name: setting.secret, key: setting.key } } };
}

function replaced(value: JsonValue, parts: ReadonlyMap<JsonValue, JsonObject>): JsonValue {
  const part = parts.get(value);
  if (part) return part;
  if (Array.isArray(value)) return value.map((item) => replaced(item, parts));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, replaced(field, parts)]));
}
