import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { getuid } from "node:process";
import { execa } from "execa";
import { projectFolder } from "../paths.ts";
import { hiddenParent } from "./own-mounts.ts";

/** Debian packages that a node needs, each with a shell command that fails where it is missing. .ci/run reads it too. */
const packagesFile = join(projectFolder, "ci/cluster/debian-packages.txt");

/** @throws Error that says what to do, unless a node can run on this machine with its files in the folder */
export async function requireNodePrerequisites(folder: string): Promise<void> {
  if (getuid?.() !== 0)
    throw new Error("A node needs root, for containers and their network. Run this as root, or do without a node.");
  const missing = await missingPackages((await readFile(packagesFile, "utf8")).trim().split("\n"));
  if (missing.length > 0)
    throw new Error(`A node needs more programs than there are. Run: apt-get install ${missing.join(" ")}`);
  const parent = hiddenParent(folder);
  if (parent !== undefined)
    throw new Error(`A node cannot have its files in ${folder}: it hides ${parent}. Move the project elsewhere.`);
}

/** Of lines with the name of a package and a command. */
export async function missingPackages(lines: readonly string[]): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const line of lines) {
    const [name = "", ...check] = line.split(/\s+/);
    if ((await execa("sh", ["-c", check.join(" ")], { reject: false })).failed) missing.push(name);
  }
  return missing;
}
