import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { execa } from "execa";
import { exists, makeFolder } from "../new-folder.ts";
import { projectFolder, toolsFolder } from "../paths.ts";
import { buildEnvironment, requireGo } from "../tools/go.ts";

const source = join(projectFolder, "ci/stand-ins");

/** The program of ci/stand-ins, built when its source has changed. It is what the name of a link to it says. */
export async function standInProgram(): Promise<string> {
  const program = join(toolsFolder, "store", `stand-in-${await sourceHash()}`, "stand-in");
  if (await exists(program)) return program;
  await requireGo();
  await makeFolder(dirname(program), async (folder) => {
    const output = join(folder, "stand-in");
    const result = await execa("go", ["build", "-ldflags", "-s -w", "-o", output, "."], {
      cwd: source,
      env: buildEnvironment,
      reject: false,
    });
    if (result.failed) throw new Error(`The stand-ins in ci/stand-ins could not be built:\n${result.stderr}`);
  });
  return program;
}

async function sourceHash(): Promise<string> {
  const hash = createHash("sha256").update(JSON.stringify(buildEnvironment));
  for (const file of (await readdir(source, { recursive: true })).sort()) {
    if (file.endsWith(".go") || file === "go.mod")
      hash.update(`\0${file}\0`).update(await readFile(join(source, file)));
  }
  return hash.digest("hex").slice(0, 12);
}
