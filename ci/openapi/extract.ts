import { writeFile } from "node:fs/promises";
import { execa } from "execa";
import { runProgram } from "../../command-line/program.ts";
import { withProgress } from "../../command-line/progress.ts";
import { enumsOf } from "./enums.ts";
import { printExtract } from "./print.ts";
import { leftOut, roots } from "./roots.ts";
import { kubernetesModule, readSource } from "./source.ts";
import { structureOf } from "./structure.ts";

const target = "generator/kubernetes/openapi.json";
const root = new URL("../..", import.meta.url);

await runProgram({
  command: "npm run openapi",
  description: `
Writes ${target}: the structure of the Kubernetes API, from the oldest supported version.
Run it when that version changes; it needs Go. The result is committed.`,
  options: {},
  run: async () => {
    const { schemas, goSource } = await withProgress("reading the source of the Kubernetes API", readSource);
    const extract = structureOf({
      source: kubernetesModule,
      schemas,
      enums: enumsOf(goSource),
      roots: roots.map((name) => `io.k8s.api.${name}`),
      leftOut,
    });
    await writeFile(new URL(target, root), printExtract(extract));
    await execa("biome", ["format", "--write", target], { cwd: root, preferLocal: true });
    return 0;
  },
});
