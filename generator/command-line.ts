import { parseArgs } from "node:util";

/** What the command line asks for. */
export interface Options {
  /** The one chart to consider; all without it. */
  readonly chart?: string;
  /** The folder that `charts/` and `values/` are written into. */
  readonly out?: string;
  /** Write nothing, show what would change. */
  readonly check: boolean;
  /** Say nothing when all went well. */
  readonly quiet: boolean;
  /** Show where in the generator an error was raised. */
  readonly debug: boolean;
  readonly help: boolean;
}

export const usage = `Usage: npm run gen [-- OPTION…]

Writes the charts and their profiles from the model in generator/charts.

  --chart NAME  only this chart and its profiles
  --out DIR     the folder to write charts/ and values/ into, the project's own by default
  --check       write nothing, print what would change, and exit with 1 if something would
  --quiet       say nothing when all went well
  --debug       show the stack of an error
  --help        this text
`;

/** A command line that cannot be understood. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** @throws UsageError for an unknown option, a missing argument or a superfluous one */
export function parseCommandLine(words: readonly string[]): Options {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        chart: { type: "string" },
        out: { type: "string" },
        check: { type: "boolean", default: false },
        quiet: { type: "boolean", default: false },
        debug: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
    return values;
  } catch (error) {
    const [problem = ""] = (error instanceof Error ? error.message : String(error)).split(/\n|\. /);
    throw new UsageError(`${problem.replace(/\.$/, "")}; npm run gen -- --help lists the options`, { cause: error });
  }
}
