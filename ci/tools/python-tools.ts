import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { execa } from "execa";
import { exists, makeFolder } from "../new-folder.ts";
import { toolsFolder } from "../paths.ts";

const requirements = join(import.meta.dirname, "python-requirements.txt");
const remedy = "Install Debian's python3-pip, or run .ci/run, which does.";

/** Where the Python programs are that chart-testing calls (yamllint, yamale), and where they find their modules. */
export interface PythonTools {
  /** To be put in front of PATH. */
  readonly folder: string;
  /** PYTHONPATH, with that of the caller. */
  readonly modulesPath: string;
}

/**
 * The pinned Python programs, installed from PyPI when their versions or Python's have changed.
 *
 * @throws Error when there is no Python with pip, or no registry
 */
export async function pythonTools(): Promise<PythonTools> {
  const modules = join(toolsFolder, "store", `python-${await hashOfPins()}`);
  if (!(await exists(modules))) await install(modules);
  const { PYTHONPATH } = process.env;
  return { folder: join(modules, "bin"), modulesPath: [modules, PYTHONPATH].filter(Boolean).join(delimiter) };
}

async function hashOfPins(): Promise<string> {
  const { stdout, failed } = await execa("python3", ["--version"], { reject: false });
  if (failed) throw new Error(`Python is needed by chart-testing and was not found in PATH. ${remedy}`);
  const pins = await readFile(requirements);
  return createHash("sha256").update(stdout).update(pins).digest("hex").slice(0, 12);
}

/** Into a folder of its own rather than a virtual environment, which could not be renamed once it is complete. */
async function install(modules: string): Promise<void> {
  await makeFolder(modules, async (folder) => {
    const words = ["--quiet", "--disable-pip-version-check", "--no-deps", "--target", folder, "-r", requirements];
    const result = await execa("python3", ["-m", "pip", "install", ...words], { reject: false });
    if (result.failed) throw new Error(`yamllint and yamale could not be installed. ${remedy}\n${result.stderr}`);
  });
}
