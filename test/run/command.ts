import type { Case } from "./case.ts";
import { type Output, runProgram } from "./program.ts";

/** A program as a single case, which passes when the program ends with 0. What it prints is shown. */
export async function runCommand(
  output: Output,
  program: string,
  ...words: readonly string[]
): Promise<readonly Case[]> {
  const name = [program, ...words].join(" ");
  const { failed, reason } = await runProgram(output, program, words);
  return [failed ? { name, outcome: "failed", reason } : { name, outcome: "passed" }];
}
