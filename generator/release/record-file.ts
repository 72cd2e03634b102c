import { readFileSync } from "node:fs";
import { join } from "node:path";
import { unless } from "../output/folder.ts";
import type { ReleaseRecord } from "./record.ts";

/** Below the project's folder: what each chart looked like when it was released last. */
export const recordsFolder = "released";

export function recordName(chart: string): string {
  return `${chart}.json`;
}

/** What a chart looked like when it was released last; nothing while it never was. */
export function readRecord(project: string, chart: string): ReleaseRecord | undefined {
  const file = join(project, recordsFolder, recordName(chart));
  const text = unless(["ENOENT"], () => readFileSync(file, "utf8"));
  if (text === undefined) return undefined;
  const record: ReleaseRecord = JSON.parse(text);
  return record;
}
