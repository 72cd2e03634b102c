import { delimiter, isAbsolute, join } from "node:path";
import { execa } from "execa";
import { isExecutable } from "../executable.ts";
import type { Tool } from "./catalogue.ts";

/** The first program in PATH that is exactly the pinned version of the tool. */
export async function findOnPath(tool: Tool): Promise<string | undefined> {
  if (tool.versionArguments === undefined) return undefined;
  const { PATH = "" } = process.env;
  for (const folder of PATH.split(delimiter).filter((entry) => isAbsolute(entry))) {
    const file = join(folder, tool.command);
    if ((await isExecutable(file)) && (await versionOf(file, tool.versionArguments)) === tool.version) return file;
  }
  return undefined;
}

/** The first x.y.z the program prints, with its pre-release part, so that 4.2.4-rc.1 is not taken for 4.2.4. */
async function versionOf(file: string, versionArguments: readonly string[]): Promise<string | undefined> {
  const result = await execa(file, versionArguments, { reject: false, timeout: 10_000, stdin: "ignore" });
  return result.failed ? undefined : /\d+\.\d+\.\d+(-[\w.]+)?/.exec(result.stdout)?.[0];
}
