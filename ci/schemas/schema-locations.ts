import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type KubernetesVersion, kubernetesVersions } from "../kubernetes-versions.ts";
import { exists, makeFolder } from "../new-folder.ts";
import { toolsFolder } from "../paths.ts";
import { wrapperHash } from "../tools/wrapper-module.ts";
import { crdFiles, crdWrapper } from "./crd-files.ts";
import { customResources } from "./custom-resources.ts";
import { apiVersionOf, type GroupVersionKind, type JsonSchema } from "./json-schema.ts";
import { kindsOf, kubernetesDefinitions, wrapperOf } from "./kubernetes.ts";

/** How kubeconform finds the file of a kind; `Group` is the version itself for the core API. */
const fileTemplate = "{{.Group}}-{{.ResourceAPIVersion}}-{{.ResourceKind}}.json";
const definitionsFile = "_definitions.json";
const metadataDefinition = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta";

/**
 * What tells kubeconform where its schemas are: strict ones of every kind of the Kubernetes
 * version and of the CRDs in crd-files.ts. Unknown fields are refused; `-strict` adds the refusal of duplicate keys.
 */
export async function schemaArguments(version: KubernetesVersion): Promise<string[]> {
  const hash = await wrapperHash(wrapperOf(version), await wrapperHash(crdWrapper), await sourceHash());
  const folder = join(toolsFolder, "schemas", `${kubernetesVersions[version]}-${hash}`);
  if (!(await exists(folder))) await writeSchemas(version, folder);
  return ["-schema-location", join(folder, fileTemplate)];
}

async function writeSchemas(version: KubernetesVersion, folder: string): Promise<void> {
  const files = await schemaFiles(version);
  await makeFolder(folder, async (temporary) => {
    for (const [name, content] of files) await writeFile(join(temporary, name), JSON.stringify(content));
  });
}

async function schemaFiles(version: KubernetesVersion): Promise<Map<string, object>> {
  const definitions = await kubernetesDefinitions(version);
  const files = new Map<string, object>([[definitionsFile, { definitions }]]);
  for (const { gvk, definition } of kindsOf(definitions)) files.set(fileName(gvk), reference(definition));
  for (const { gvk, schema } of await customResources(await crdFiles(), reference(metadataDefinition)))
    files.set(fileName(gvk), schema);
  return files;
}

function reference(definition: string): JsonSchema {
  return { $ref: `${definitionsFile}#/definitions/${definition}` };
}

function fileName(gvk: GroupVersionKind): string {
  const [group = ""] = apiVersionOf(gvk).split("/");
  return `${group}-${gvk.version}-${gvk.kind.toLowerCase()}.json`;
}

/** The schemas also depend on the code that writes them. */
async function sourceHash(): Promise<string> {
  const hash = createHash("sha256");
  for (const name of (await readdir(import.meta.dirname)).sort()) {
    hash.update(await readFile(join(import.meta.dirname, name)));
  }
  return hash.digest("hex");
}
