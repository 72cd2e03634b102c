import { relative } from "node:path";
import { projectFolder } from "../paths.ts";
import { isToolName, type ToolName, toolNamed, toolNames } from "./catalogue.ts";
import { ensureTools, toolPath } from "./install.ts";
import { printProgress } from "./progress.ts";

const usage = `Usage: npm run tools [-- NAME...]

Makes the pinned tools ready and prints where each one is. Without names: all of them.
A program in PATH is used when it is exactly the pinned version (x.y.z); anything else
is built once with Go into .tools, which can be deleted at any time.

Tools: ${toolNames.join(", ")}
`;

async function main(words: readonly string[]): Promise<void> {
  if (words.includes("--help") || words.includes("-h")) {
    process.stdout.write(usage);
    return;
  }
  const names = words.length === 0 ? toolNames : words.map(requireToolName);
  await ensureTools(names, printProgress);
  for (const name of names) {
    process.stdout.write(`${name} ${toolNamed(name).version} ${shown(await toolPath(name))}\n`);
  }
}

function requireToolName(word: string): ToolName {
  if (isToolName(word)) return word;
  throw new Error(`Unknown tool "${word}". Use one of: ${toolNames.join(", ")}.`);
}

function shown(file: string): string {
  return file.startsWith(projectFolder) ? relative(projectFolder, file) : file;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
