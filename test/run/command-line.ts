import { parseArgs } from "node:util";
import type { Level } from "./level.ts";
import { levels } from "./levels.ts";

/** What the command line asks for. */
export interface Options {
  readonly help: boolean;
  /** In the order of `levels`, whatever the order of the words. */
  readonly levels: readonly Level[];
}

/** A command line that cannot be understood. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export const usage = `Usage: npm test [-- --level NAME…]

Runs the levels in order and prints one table at the end. Exits with 1 when a test failed.
With CI=true nothing may be skipped: what would be skipped fails. Values made up by chance are tried FUZZ_RUNS times
from the seed TEST_SEED, which each run prints.

${levels.map(({ name, purpose }) => `  ${name.padEnd(12)} ${purpose}`).join("\n")}
`;

/** @throws UsageError for an unknown option or level */
export function parseCommandLine(words: readonly string[]): Options {
  const { help, level = [], positionals } = parse(words);
  const names = [...level, ...positionals];
  if (positionals.length > 0 && level.length === 0) throw new UsageError(`"${positionals[0]}" needs --level before it`);
  const unknown = names.find((name) => !levels.some((each) => each.name === name));
  if (unknown !== undefined)
    throw new UsageError(`there is no level "${unknown}"; there is ${levels.map(({ name }) => name).join(", ")}`);
  return { help, levels: names.length === 0 ? levels : levels.filter(({ name }) => names.includes(name)) };
}

function parse(words: readonly string[]): { help: boolean; level?: string[] | undefined; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { help: { type: "boolean", default: false }, level: { type: "string", multiple: true } },
      allowPositionals: true,
    });
    return { ...values, positionals };
  } catch (error) {
    const [problem = ""] = (error instanceof Error ? error.message : String(error)).split(/\n|\. /);
    throw new UsageError(`${problem.replace(/\.$/, "")}; npm test -- --help lists the options`, { cause: error });
  }
}
