import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { parse } from "yaml";
import { projectFolder } from "../../ci/paths.ts";
import { toolPath } from "../../ci/tools/install.ts";
import { pythonTools } from "../../ci/tools/python-tools.ts";
import { recordPrograms } from "./recorded-programs.ts";

/** What a run of chart-testing and the programs it called printed, and whether all was well. */
export interface Run {
  readonly succeeded: boolean;
  readonly output: string;
}

/** In the project's folder. */
const settings = join("ci", "chart-testing", "ct.yaml");

/** What ct runs for each chart besides its own checks. */
export async function additionalCommands(): Promise<readonly string[]> {
  const { "additional-commands": commands }: { "additional-commands": readonly string[] } = parse(
    await readFile(join(projectFolder, settings), "utf8"),
  );
  return commands;
}

/** Runs ct with the project's settings in a folder that has `charts` and `ci`, and with these programs in front of PATH. */
export async function chartTesting(words: readonly string[], options: Options = {}): Promise<Run> {
  const { folder = projectFolder, env = { KUBECONFIG: "/dev/null" } } = options;
  const python = await pythonTools();
  const tools = await Promise.all([toolPath("helm4"), toolPath("helm-unittest"), ...(options.programs ?? [])]);
  const ofPython = ["yamllint", "yamale"].map((name) => join(python.folder, name));
  const own = await mkdtemp(join(tmpdir(), "ct-programs-"));
  try {
    const programs = await recordPrograms(own, [...tools, ...ofPython, process.execPath]);
    const { PATH } = process.env;
    const { failed, all } = await execa(await toolPath("ct"), [...words, "--config", settings], {
      cwd: folder,
      env: { ...env, PATH: `${programs.folder}:${PATH}`, PYTHONPATH: python.modulesPath },
      stdin: "ignore",
      all: true,
      reject: false,
    });
    return { succeeded: !failed, output: `${all}\nIn full, the programs that ct called:\n${await programs.printed()}` };
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

export interface Options {
  /** Without it, the project's. */
  readonly folder?: string;
  /** Without it, no cluster can be reached. */
  readonly env?: Readonly<Record<string, string>>;
  /** Further programs that ct calls. */
  readonly programs?: readonly Promise<string>[];
}
