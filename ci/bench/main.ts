import { join } from "node:path";
import { columns } from "../../command-line/options.ts";
import { runProgram } from "../../command-line/program.ts";
import { projectFolder } from "../paths.ts";
import { ensureTools } from "../tools/install.ts";
import { printProgress } from "../tools/progress.ts";
import { chosenParts, roundsFrom } from "./chosen.ts";
import type { Chapter } from "./figures.ts";
import { parts } from "./parts.ts";
import { report, writeReport } from "./report.ts";

await runProgram({
  command: "npm run bench",
  description: `Measures on this machine, each thing in turn with what it is compared with, and writes what it
found to docs/benchmarks.md. Leave the machine alone meanwhile.

${columns(parts.map(({ name, purpose, onlyByName }) => [name, `${purpose}${onlyByName ? "; only by name" : ""}`])).join("\n")}`,
  options: {
    part: { type: "string", argument: "NAME", multiple: true, description: "only this part, printed and not written" },
    rounds: { type: "string", argument: "N", description: "how often everything is measured" },
    out: { type: "string", argument: "DIR", description: "the folder to write benchmarks.md and its plots into" },
  },
  run: async ({ part, rounds: given, out }) => {
    const chosen = chosenParts(part);
    const asked = roundsFrom(given);
    const folder = out ?? (part.length === 0 ? join(projectFolder, "docs") : undefined);
    await ensureTools(["helm4"], printProgress);
    const chapters: Chapter[] = [];
    for (const [index, { name, purpose, rounds, measure }] of chosen.entries()) {
      process.stderr.write(`[${index + 1}/${chosen.length}] ${name}: ${purpose}\n`);
      chapters.push(await measure(asked ?? rounds));
    }
    if (folder !== undefined) writeReport(folder, chapters);
    process.stdout.write(report(chapters));
    return 0;
  },
});
