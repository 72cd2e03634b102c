import { columns } from "../command-line/options.ts";
import { runProgram } from "../command-line/program.ts";
import { countOf } from "./run/case.ts";
import { chosenLevels } from "./run/command-line.ts";
import { levels } from "./run/levels.ts";
import { report } from "./run/report.ts";
import { runLevels } from "./run/run-levels.ts";

await runProgram({
  command: "npm test",
  operands: "[NAME…]",
  description: `
Runs the levels in order and prints one table at the end. Exits with 1 when a test failed.
With CI=true nothing may be skipped: what would be skipped fails. Values made up by chance are tried FUZZ_RUNS times
from the seed TEST_SEED, which each run prints.

${columns(levels.map(({ name, purpose }) => [name, purpose])).join("\n")}`,
  options: {
    level: {
      type: "string",
      argument: "NAME",
      description: "only this level, and those named after it",
      multiple: true,
    },
  },
  run: async ({ level }, words) => {
    const chosen = chosenLevels(level, words);
    const { CI } = process.env;
    const results = await runLevels(chosen, CI !== "true", process.stdout);
    process.stdout.write(`\n${report(results)}`);
    return results.some(({ cases }) => countOf(cases, "failed") > 0) ? 1 : 0;
  },
});
