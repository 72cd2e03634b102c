import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { parseDocument } from "yaml";
import { editorSchemaFile } from "../../generator/output/values-file.ts";
import type { Chart } from "../../generator/topology/chart.ts";
import type { JsonValue } from "../../generator/values/json-schema.ts";
import { merged } from "../../generator/values/merge.ts";
import { projectFolder } from "../paths.ts";

/** A file that nobody but its owner may read. */
export const ownersOnly = 0o600;

/** Who may read what is no secret, less what the user's mask forbids. */
export const everybody = 0o666;

/** A file to be written. */
export interface OwnFile {
  readonly path: string;
  readonly content: string;
  readonly mode: number;
}

/**
 * Writes files of somebody's own, all of them or none, into folders that may have to be made.
 * @throws Error where there is one already, unless it may be replaced
 */
export async function writeOwn(files: readonly OwnFile[], replace: boolean): Promise<void> {
  const there = replace ? undefined : files.find(({ path }) => existsSync(path));
  if (there)
    throw new Error(`${there.path} is there already; name another folder with --out, or replace it with --force`);
  for (const { path, content, mode } of files) {
    await mkdir(dirname(path), { recursive: true });
    // What is written over keeps its mode, and a Secret in a file that all may read is none.
    await rm(path, { force: true });
    await writeFile(path, content, { mode, flag: "wx" });
  }
}

/** @throws Error naming the file that cannot be read, and why */
export async function readGiven(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new Error(`${file}: there is no such file`, { cause: error });
    throw new Error(`${file}: it cannot be read (${code})`, { cause: error });
  }
}

/** Values with those of files laid over them, as Helm does it. @throws Error naming the file that is no YAML */
export async function withFiles(values: unknown, files: readonly string[]): Promise<JsonValue> {
  let result = values;
  for (const file of files) {
    const document = parseDocument(await readGiven(file));
    const [error] = document.errors;
    if (error) throw new Error(`${file}:${error.linePos?.[0].line ?? 1}: ${error.message.split("\n")[0]}`);
    result = merged(result, document.toJS() ?? {});
  }
  return result as JsonValue;
}

/** The schema of a chart for editors, as seen from the folder of a file. */
export function schemaFor(chart: Chart, file: string): string {
  return relative(dirname(resolve(file)), join(projectFolder, "charts", chart.metadata.name, editorSchemaFile));
}
