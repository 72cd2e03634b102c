import { mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";

/** Programs that keep a copy of what they print. */
export interface RecordedPrograms {
  /** To be put in front of PATH. */
  readonly folder: string;
  /** All that they have printed so far, one call after the other. */
  readonly printed: () => Promise<string>;
}

/**
 * Scripts in a folder that call these programs, and keep what they print before they hand it on: ct stops reading when
 * a program has ended, and loses what it has not read by then (its pkg/exec/exec.go, RunProcess).
 */
export async function recordPrograms(parent: string, programs: readonly string[]): Promise<RecordedPrograms> {
  const folder = join(parent, "programs");
  const record = join(parent, "printed");
  await mkdir(folder);
  await writeFile(record, "");
  for (const program of programs) {
    await writeFile(join(folder, basename(program)), script(program, parent, record), { mode: 0o700 });
  }
  return { folder, printed: () => readFile(record, "utf8") };
}

function script(program: string, folder: string, record: string): string {
  return `#!/bin/sh
'${program}' "$@" > "${folder}/$$.out" 2> "${folder}/$$.err"
status=$?
cat "${folder}/$$.out" "${folder}/$$.err" >> "${record}"
cat "${folder}/$$.out"
cat "${folder}/$$.err" >&2
exit $status
`;
}
