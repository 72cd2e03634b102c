import { execa } from "execa";
import { projectFolder } from "../../ci/paths.ts";
import type { Case } from "./case.ts";

/** A program as a single case, which passes when the program ends with 0. What it prints is shown. */
export async function runCommand(program: string, ...words: readonly string[]): Promise<readonly Case[]> {
  const name = [program, ...words].join(" ");
  const result = await execa(program, words, {
    cwd: projectFolder,
    // The project's own Node and tools, also when this was not started by npm.
    preferLocal: true,
    localDir: projectFolder,
    stdin: "ignore",
    stdout: "inherit",
    stderr: "inherit",
    reject: false,
  });
  if (!result.failed) return [{ name, outcome: "passed" }];
  return [{ name, outcome: "failed", reason: result.shortMessage?.split("\n")[0] ?? "it ended abnormally" }];
}
