// Writes generator/kubernetes/openapi.json: the structure of the Kubernetes API, from the oldest supported version.
// Run it with `npm run openapi` when that version changes; it needs Go. The result is committed.

import { writeFile } from "node:fs/promises";
import { execa } from "execa";
import { enumsOf } from "./enums.ts";
import { printExtract } from "./print.ts";
import { leftOut, roots } from "./roots.ts";
import { kubernetesModule, readSource } from "./source.ts";
import { structureOf } from "./structure.ts";

const target = "generator/kubernetes/openapi.json";
const root = new URL("../..", import.meta.url);

const { schemas, goSource } = await readSource();
const extract = structureOf({
  source: kubernetesModule,
  schemas,
  enums: enumsOf(goSource),
  roots: roots.map((name) => `io.k8s.api.${name}`),
  leftOut,
});
await writeFile(new URL(target, root), printExtract(extract));
await execa("biome", ["format", "--write", target], { cwd: root, preferLocal: true });
