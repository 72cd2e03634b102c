import { mkdir, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { runProgram } from "../../command-line/program.ts";
import { withProgress } from "../../command-line/progress.ts";
import { projectFolder, toolsFolder } from "../paths.ts";
import { fullName, ociImage } from "./oci-layout.ts";
import { standInImages } from "./stand-ins.ts";

await runProgram({
  command: "npm run images",
  description: `
Writes the images of the stand-ins, which tests on a cluster use where the real ones cannot be
had, to .tools/images as OCI archives. To load one: npm run cluster load FILE`,
  options: {},
  run: async () => {
    const folder = join(toolsFolder, "images");
    await mkdir(folder, { recursive: true });
    const images = await withProgress("building the stand-ins", standInImages);
    for (const image of images) {
      const file = join(folder, `${image.name.replaceAll(/[/:]/g, "_")}.tar`);
      await writeFile(file, await ociImage(image));
      process.stdout.write(`${fullName(image.name)} ${relative(projectFolder, file)}\n`);
    }
    return 0;
  },
});
