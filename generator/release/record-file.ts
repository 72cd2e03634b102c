import { readFileSync } from "node:fs";
import { join } from "node:path";
import valid from "semver/functions/valid.js";
import { unless } from "../output/folder.ts";
import { isMapping } from "../values/json.ts";
import type { ReleaseRecord } from "./record.ts";

/** Below the project's folder: what each chart looked like when it was released last. */
export const recordsFolder = "released";

export function recordName(chart: string): string {
  return `${chart}.json`;
}

/**
 * What a chart looked like when it was released last; nothing while it never was.
 * @throws Error for what is no such record, so that no version is compared with it
 */
export function readRecord(project: string, chart: string): ReleaseRecord | undefined {
  const path = `${recordsFolder}/${recordName(chart)}`;
  const text = unless(["ENOENT"], () => readFileSync(join(project, path), "utf8"));
  if (text === undefined) return undefined;
  const record = parsed(text);
  if (isRecord(record)) return record;
  throw new Error(
    `${path} is no record of a release, or damaged; \`git restore ${path}\` brings back what was committed`,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is ReleaseRecord {
  if (!isMapping(value)) return false;
  const { version, content, schema, defaults, rules, objects } = value;
  return (
    typeof version === "string" &&
    valid(version) !== null &&
    typeof content === "string" &&
    isMapping(schema) &&
    isMapping(defaults) &&
    Array.isArray(rules) &&
    Array.isArray(objects) &&
    objects.every(isMapping)
  );
}
