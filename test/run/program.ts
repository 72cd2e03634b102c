import type { Writable } from "node:stream";
import { execa } from "execa";
import { projectFolder } from "../../ci/paths.ts";

/** Where a level prints: as this program does, or into a stream, while another one has the terminal. */
export type Output = "inherit" | Writable;

/** How a program ended. */
export interface End {
  readonly failed: boolean;
  /** Why, in one line. */
  readonly reason: string;
}

/** Runs a program of the project, the project's own Node and tools first, and shows what it prints. */
export async function runProgram(
  output: Output,
  program: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<End> {
  const stdio = output === "inherit" ? "inherit" : "pipe";
  const child = execa(program, words, {
    cwd: projectFolder,
    // Also when this was not started by npm.
    preferLocal: true,
    localDir: projectFolder,
    env,
    stdin: "ignore",
    stdout: stdio,
    stderr: stdio,
    all: true,
    buffer: false,
    reject: false,
  });
  if (output !== "inherit") child.all?.pipe(output, { end: false });
  const { failed, shortMessage } = await child;
  return { failed, reason: shortMessage?.split("\n")[0] ?? "it ended abnormally" };
}
