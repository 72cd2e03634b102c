import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { JsonSchema } from "../../generator/values/json-schema.ts";
import { chartFolder, type Preset } from "./preset.ts";

/** Values of a chart, or a part of them. */
export type Values = { readonly [key: string]: unknown };

export function isValues(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The chart's defaults with the files of the preset over them, put together as Helm does. */
export function valuesOf({ chart, files }: Preset): Values {
  return [join(chartFolder(chart), "values.yaml"), ...files].map(readValues).reduce(merge, {});
}

export function schemaOf(chart: string): JsonSchema {
  return JSON.parse(readFileSync(join(chartFolder(chart), "values.schema.json"), "utf8"));
}

const read = new Map<string, Values>();

/** Read once: defaults have thousands of lines, and are below each preset. */
function readValues(file: string): Values {
  // The version that Helm reads.
  const values: Values = read.get(file) ?? parse(readFileSync(file, "utf8"), { version: "1.1" }) ?? {};
  read.set(file, values);
  return values;
}

function merge(below: Values, above: Values): Values {
  const merged: Record<string, unknown> = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const before = below[key];
    merged[key] = isValues(before) && isValues(value) ? merge(before, value) : value;
  }
  return merged;
}
