import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { execa } from "execa";
import { makeFolder } from "../new-folder.ts";
import { toolsFolder } from "../paths.ts";
import type { Tool } from "./catalogue.ts";
import { buildEnvironment, requireGo } from "./go.ts";
import { wrapperFolder, wrapperHash } from "./wrapper-module.ts";

/** Where a build of the tool belongs. The hash covers pins, build settings and own code: a change builds anew. */
export async function builtFile(tool: Tool): Promise<string> {
  const sources = await Promise.all((tool.sources ?? []).map(sourceText));
  const hash = await wrapperHash(tool.module, JSON.stringify(tool), JSON.stringify(buildEnvironment), ...sources);
  return join(toolsFolder, "store", `${tool.name}-${tool.version}-${hash}`, tool.command);
}

export async function build(tool: Tool, file: string): Promise<void> {
  await requireGo();
  await makeFolder(dirname(file), async (folder) => {
    const output = join(folder, tool.command);
    const result = await execa("go", ["build", ...buildArguments(tool), "-o", output, tool.package], {
      cwd: wrapperFolder(tool.module),
      env: buildEnvironment,
      reject: false,
    });
    if (result.failed) {
      throw new Error(
        `${tool.name} ${tool.version} could not be built in ci/tools/modules/${tool.module}:\n${lastLines(result.stderr)}\n` +
          "Check the network (Go module proxy) and free disk space, then run `npm run tools` again.",
      );
    }
  });
}

async function sourceText(folder: string): Promise<string> {
  const names = (await readdir(wrapperFolder(folder))).toSorted();
  const texts = names.map((name) => readFile(join(wrapperFolder(folder), name), "utf8"));
  return (await Promise.all(texts)).join("\0");
}

function buildArguments(tool: Tool): string[] {
  const variables = Object.entries(tool.variables ?? {}).map(([name, value]) => `-X ${name}=${value}`);
  const flags = ["-ldflags", ["-s", "-w", ...variables].join(" ")];
  return tool.tags === undefined ? flags : [...flags, "-tags", tool.tags.join(",")];
}

function lastLines(text: string): string {
  return text.trim().split("\n").slice(-20).join("\n");
}
