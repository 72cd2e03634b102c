import { coloured } from "./colour.ts";
import { nodeProblem } from "./node-version.ts";
import { commonOptions, type Given, type Options, optionLines, parseOptions } from "./options.ts";
import { UsageError } from "./usage-error.ts";

/** How a program ends: 0 when all is well, 1 when something is not. A command line that makes no sense ends with 2. */
export type ExitCode = 0 | 1;

/** A program of this project. */
export interface Program<O extends Options> {
  /** How it is started: `npm run gen`. */
  readonly command: string;
  /** What follows the command, besides options: `FILE`. */
  readonly operands?: string;
  /** What it does: lines for the help. */
  readonly description: string;
  readonly options: O;
  /** @throws UsageError for words or options that do not fit together */
  readonly run: (given: Given<O>, words: readonly string[]) => Promise<ExitCode>;
}

/** Runs a program with the words of this process, and sets its exit code. */
export async function runProgram<const O extends Options>(program: Program<O>): Promise<void> {
  process.exitCode = await exitCodeOf(program, process.argv.slice(2));
}

async function exitCodeOf<const O extends Options>(program: Program<O>, words: readonly string[]): Promise<0 | 1 | 2> {
  const debug = words.includes("--debug");
  try {
    const problem = nodeProblem(process.versions.node);
    if (problem !== undefined) throw new Error(problem);
    const { given, words: operands } = parseOptions({ ...program.options, ...commonOptions }, words);
    if (given.help) {
      process.stdout.write(usageOf(program));
      return 0;
    }
    if (program.operands === undefined && operands.length > 0)
      throw new UsageError(`Unexpected argument '${operands[0]}'`);
    return await program.run(given as Given<O>, operands);
  } catch (error) {
    process.stderr.write(`${coloured("red", describe(error, debug), process.stderr)}\n`);
    if (!(error instanceof UsageError)) return 1;
    process.stderr.write(`${invocation(program.command)} --help lists what there is\n`);
    return 2;
  }
}

/** The help of a program. */
export function usageOf({ command, operands, description, options }: Omit<Program<Options>, "run">): string {
  const words = [operands, "[OPTION…]"].filter((word) => word !== undefined);
  const lines = optionLines({ ...options, ...commonOptions });
  return `Usage: ${invocation(command)} ${words.join(" ")}\n\n${description.trim()}\n\n${lines.join("\n")}\n`;
}

/** npm keeps options that stand before `--` to itself. */
function invocation(command: string): string {
  return command.startsWith("npm ") ? `${command} --` : command;
}

function describe(error: unknown, debug: boolean): string {
  if (!(error instanceof Error)) return String(error);
  return debug ? (error.stack ?? error.message) : error.message;
}
