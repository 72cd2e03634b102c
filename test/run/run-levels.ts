import type { Writable } from "node:stream";
import { type HeldOutput, heldOutput } from "./held-output.ts";
import type { Level, Result } from "./level.ts";
import { startLevel } from "./run-level.ts";

/**
 * Runs levels in their order; those that wait most of the time beside the ones after them. Each is printed as a whole:
 * what one prints that others run beside is shown after theirs.
 */
export async function runLevels(
  levels: readonly Level[],
  maySkip: boolean,
  terminal: Writable,
): Promise<readonly Result[]> {
  const results: Promise<Result>[] = [];
  const waiting: { readonly title: string; readonly output: HeldOutput; readonly result: Promise<Result> }[] = [];
  for (const [index, level] of levels.entries()) {
    const title = `\n[${index + 1}/${levels.length}] ${level.name}: `;
    terminal.write(`${title}${level.purpose}\n`);
    const output = level.waits && index + 1 < levels.length ? heldOutput(terminal) : undefined;
    const { isRunning, result } = await startLevel(level, maySkip, output?.stream ?? "inherit");
    results.push(result);
    if (output === undefined) await result;
    else if (isRunning) waiting.push({ title, output, result });
  }
  for (const { title, output, result } of waiting) {
    terminal.write(`${title}what it has printed meanwhile\n`);
    output.show();
    await result;
  }
  return Promise.all(results);
}
