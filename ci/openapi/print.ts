import type { KubernetesType, OpenApiExtract } from "../../generator/kubernetes/openapi.ts";

/** The extract as JSON with one field per line, so that a difference between two versions reads as a list of fields. */
export function printExtract({ source, kinds, types }: OpenApiExtract): string {
  return `${block([
    `"source": ${JSON.stringify(source)}`,
    `"kinds": ${block(Object.entries(kinds).map(([apiVersion, names]) => entry(apiVersion, names)))}`,
    `"types": ${block(Object.entries(types).map(([name, type]) => `${JSON.stringify(name)}: ${printType(type)}`))}`,
  ])}\n`;
}

function printType(type: KubernetesType): string {
  if ("scalar" in type) {
    return JSON.stringify(type);
  }
  const fields = block(Object.entries(type.fields).map(([field, shape]) => entry(field, shape)));
  return block([`"fields": ${fields}`, ...(type.required === undefined ? [] : [entry("required", type.required)])]);
}

function entry(key: string, value: unknown): string {
  return `${JSON.stringify(key)}: ${JSON.stringify(value)}`;
}

function block(lines: readonly string[]): string {
  return `{\n${lines.join(",\n")}\n}`;
}
