import { mkdir, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { projectFolder, toolsFolder } from "../paths.ts";
import { fullName, ociImage } from "./oci-layout.ts";
import { standInImages } from "./stand-ins.ts";

const usage = `Usage: npm run images

Writes the images of the stand-ins, which tests on a cluster use where the real ones cannot be
had, to .tools/images as OCI archives. To load one: npm run cluster load FILE
`;

async function main(words: readonly string[]): Promise<void> {
  if (words.length > 0) {
    process.stdout.write(usage);
    if (!words.includes("--help")) process.exitCode = 2;
    return;
  }
  const folder = join(toolsFolder, "images");
  await mkdir(folder, { recursive: true });
  for (const image of await standInImages()) {
    const file = join(folder, `${image.name.replaceAll(/[/:]/g, "_")}.tar`);
    await writeFile(file, await ociImage(image));
    process.stdout.write(`${fullName(image.name)} ${relative(projectFolder, file)}\n`);
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
