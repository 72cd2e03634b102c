import { countOf } from "./run/case.ts";
import { parseCommandLine, UsageError, usage } from "./run/command-line.ts";
import type { Result } from "./run/level.ts";
import { report } from "./run/report.ts";
import { runLevel } from "./run/run-level.ts";

/** The entry of `npm test`. */
async function main(): Promise<number> {
  const options = parseCommandLine(process.argv.slice(2));
  if (options.help) {
    process.stdout.write(usage);
    return 0;
  }
  const { CI } = process.env;
  const results: Result[] = [];
  for (const [index, level] of options.levels.entries()) {
    process.stdout.write(`\n[${index + 1}/${options.levels.length}] ${level.name}: ${level.purpose}\n`);
    results.push(await runLevel(level, CI !== "true"));
  }
  process.stdout.write(`\n${report(results)}`);
  return results.some(({ cases }) => countOf(cases, "failed") > 0) ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
