import { enableCompileCache } from "node:module";
import { parseCommandLine, UsageError, usage } from "./command-line.ts";
import { nodeProblem } from "./node-version.ts";

/** The entry of `npm run gen`. */
async function main(): Promise<number> {
  const problem = nodeProblem(process.versions.node);
  if (problem !== undefined) throw new UsageError(problem);
  const options = parseCommandLine(process.argv.slice(2));
  if (options.help) {
    process.stdout.write(usage);
    return 0;
  }
  try {
    // Imported here, so that the cache holds it and a mistake in a model is reported like any other.
    enableCompileCache();
    const { generate } = await import("./generate.ts");
    const { charts } = await import("./charts/index.ts");
    const { message, exitCode } = await generate(options, charts);
    if (exitCode !== 0 || !options.quiet) process.stdout.write(message);
    return exitCode;
  } catch (error) {
    process.stderr.write(`${describe(error, options.debug)}\n`);
    return 1;
  }
}

function describe(error: unknown, debug: boolean): string {
  if (!(error instanceof Error)) return String(error);
  return debug ? (error.stack ?? error.message) : error.message;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
