import { relative } from "node:path";
import { columns } from "../../command-line/options.ts";
import { runProgram } from "../../command-line/program.ts";
import { UsageError } from "../../command-line/usage-error.ts";
import { projectFolder } from "../paths.ts";
import { isToolName, type ToolName, toolNamed, toolNames } from "./catalogue.ts";
import { ensureTools, toolPath } from "./install.ts";
import { printProgress } from "./progress.ts";

await runProgram({
  command: "npm run tools",
  operands: "[NAME…]",
  description: `
Makes the pinned tools ready and prints where each one is. Without names: all of them.
A program in PATH is used when it is exactly the pinned version (x.y.z); anything else
is built once with Go into .tools, which can be deleted at any time.

${columns(toolNames.map((name) => [name, toolNamed(name).version])).join("\n")}`,
  options: {},
  run: async (_, words) => {
    const names = words.length === 0 ? toolNames : words.map(requireToolName);
    await ensureTools(names, printProgress);
    for (const name of names) {
      process.stdout.write(`${name} ${toolNamed(name).version} ${shown(await toolPath(name))}\n`);
    }
    return 0;
  },
});

function requireToolName(word: string): ToolName {
  if (isToolName(word)) return word;
  throw new UsageError(`Unknown tool "${word}". Use one of: ${toolNames.join(", ")}.`);
}

function shown(file: string): string {
  return file.startsWith(projectFolder) ? relative(projectFolder, file) : file;
}
