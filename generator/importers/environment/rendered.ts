import { fieldOf, isObject, type JsonObject } from "../../values/json.ts";
import type { JsonValue } from "../../values/json-schema.ts";

/** A container of some object that makes pods. */
export interface Container {
  readonly object: JsonObject;
  readonly name: string;
  readonly body: JsonObject;
}

/** What a variable is set to: a text, a key of a Secret, or something of the pod's own. */
export type Setting =
  | { readonly text: string }
  | { readonly secret: string; readonly key: string }
  | { readonly source: JsonValue };

/** The containers of all pods that objects make. */
export function containersOf(objects: readonly JsonObject[]): readonly Container[] {
  return objects.flatMap((object) => {
    const spec = podSpecOf(object);
    return ["initContainers", "containers"].flatMap((field) => {
      const list = spec && fieldOf(spec, field);
      return Array.isArray(list)
        ? list.filter(isObject).map((body) => ({ object, name: textAt(body, "name"), body }))
        : [];
    });
  });
}

/** The pods that an object makes, or is. */
export function podSpecOf(object: JsonObject): JsonObject | undefined {
  const ways = [["spec"], ["spec", "template", "spec"], ["spec", "jobTemplate", "spec", "template", "spec"]];
  const specs = ways.map((path) => at(object, ...path));
  return specs.find((spec): spec is JsonObject => spec !== undefined && isObject(spec) && "containers" in spec);
}

/** The environment of a container, as the kubelet puts it together: ConfigMaps first, its own variables over them. */
export function environmentOf({ body }: Container, objects: readonly JsonObject[]): ReadonlyMap<string, Setting> {
  const from = listAt(body, "envFrom").flatMap((source) => Object.entries(dataOf(objects, source)));
  const own = listAt(body, "env").flatMap((variable) => settingOf(variable, objects));
  return new Map([...from.map(([name, text]): [string, Setting] => [name, { text }]), ...own]);
}

function settingOf(variable: JsonObject, objects: readonly JsonObject[]): readonly [string, Setting][] {
  const name = textAt(variable, "name");
  const source = variable["valueFrom"];
  if (source === undefined) return [[name, { text: textAt(variable, "value") }]];
  const secret = at(source, "secretKeyRef");
  if (secret) return [[name, { secret: textAt(secret, "name"), key: textAt(secret, "key") }]];
  const config = at(source, "configMapKeyRef");
  if (!config) return [[name, { source }]];
  const text = dataOf(objects, { configMapRef: config })[textAt(config, "key")];
  return text === undefined ? [] : [[name, { text }]];
}

/** The texts of a ConfigMap that a container refers to. */
function dataOf(objects: readonly JsonObject[], source: JsonObject): Readonly<Record<string, string>> {
  const name = textAt(at(source, "configMapRef") ?? {}, "name");
  const found = objects.find((object) => object["kind"] === "ConfigMap" && nameOf(object) === name);
  const data = found && fieldOf(found, "data");
  return data !== undefined && isObject(data) ? (data as Readonly<Record<string, string>>) : {};
}

export function nameOf(object: JsonObject): string {
  return textAt(at(object, "metadata") ?? {}, "name");
}

export function at(value: JsonValue, ...path: readonly string[]): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>((found, name) => found && fieldOf(found, name), value);
}

function textAt(value: JsonValue, name: string): string {
  const text = fieldOf(value, name);
  return text === undefined ? "" : String(text);
}

function listAt(value: JsonValue, name: string): readonly JsonObject[] {
  const list = fieldOf(value, name);
  return Array.isArray(list) ? list.filter(isObject) : [];
}
