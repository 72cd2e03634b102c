import { performance } from "node:perf_hooks";
import { execa } from "execa";
import type { Series } from "./figures.ts";

/** A process to be timed from its start to its end. */
export interface Command {
  readonly name: string;
  readonly file: string;
  readonly words: readonly string[];
  readonly folder?: string;
  /** What is done before each run, and not timed. */
  readonly before?: () => Promise<void>;
}

/**
 * Times commands in turn, so that a busy moment of the machine meets all, after a first round that only warms caches.
 * @throws Error when one fails
 */
export async function inTurn(commands: readonly Command[], rounds: number): Promise<readonly Series[]> {
  const times = commands.map(({ name }) => ({ name, milliseconds: [] as number[] }));
  for (let round = 0; round <= rounds; round++) {
    for (const [index, command] of commands.entries()) {
      await command.before?.();
      const milliseconds = await timed(() => run(command));
      if (round > 0) times[index]?.milliseconds.push(milliseconds);
    }
  }
  return times;
}

export async function timed(action: () => unknown): Promise<number> {
  const started = performance.now();
  await action();
  return performance.now() - started;
}

async function run({ file, words, folder }: Command): Promise<void> {
  // Whoever measures may have a cluster of theirs.
  const env = { KUBECONFIG: "/dev/null" };
  await execa(file, words, { env, stdin: "ignore", stdout: "ignore", ...(folder !== undefined && { cwd: folder }) });
}
