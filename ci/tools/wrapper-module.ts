import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { projectFolder } from "../paths.ts";
import { buildEnvironment, requireGo } from "./go.ts";

export function wrapperFolder(wrapper: string): string {
  return join(projectFolder, "ci/tools/modules", wrapper);
}

/** Short hash of everything a wrapper module pins, so that what was made from it is made anew when a pin changes. */
export async function wrapperHash(wrapper: string, ...more: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const file of ["go.mod", "go.sum"]) hash.update(await readFile(join(wrapperFolder(wrapper), file)));
  for (const text of more) hash.update("\0").update(text);
  return hash.digest("hex").slice(0, 12);
}

/** The source folder of a Go module at the version the wrapper module pins, checked against its go.sum. */
export async function goModuleFolder(wrapper: string, modulePath: string): Promise<string> {
  await requireGo();
  const result = await execa("go", ["mod", "download", "-json", modulePath], {
    cwd: wrapperFolder(wrapper),
    env: buildEnvironment,
    reject: false,
  });
  const answer = parseDownload(result.stdout);
  if (answer.Dir !== undefined) return answer.Dir;
  throw new Error(
    `Go module ${modulePath} could not be downloaded: ${answer.Error ?? result.stderr}. ` +
      `Check the network and that ci/tools/modules/${wrapper}/go.mod requires it.`,
  );
}

interface Download {
  readonly Dir?: string;
  readonly Error?: string;
}

function parseDownload(output: string): Download {
  if (output.trim() === "") return {};
  const parsed: Download = JSON.parse(output);
  return parsed;
}
