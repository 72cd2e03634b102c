import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import type { OpenApiSchema } from "./openapi-schema.ts";

/** The API of the oldest Kubernetes that the charts support, as a Go module. */
export const kubernetesModule = "k8s.io/kubernetes@v1.33.13";

/** What the extract is made from. */
export interface Source {
  /** The OpenAPI v3 schemas of all API groups, by full name. */
  readonly schemas: Readonly<Record<string, OpenApiSchema>>;
  /** The generated Go source of the same schemas: the published documents are made without enums, this file has them. */
  readonly goSource: string;
}

/**
 * Downloads the module, or finds it in Go's module cache, and reads the parts that the extract is made from.
 *
 * @throws Error when Go is missing, the download fails, or the module has not the expected files.
 */
export async function readSource(): Promise<Source> {
  const directory = await moduleDirectory();
  const documents = join(directory, "api/openapi-spec/v3");
  const schemas: Record<string, OpenApiSchema> = {};
  for (const file of (await readdir(documents)).sort()) {
    Object.assign(schemas, schemasOf(JSON.parse(await readFile(join(documents, file), "utf8"))));
  }
  const goSource = await readFile(join(directory, "pkg/generated/openapi/zz_generated.openapi.go"), "utf8");
  return { schemas, goSource };
}

async function moduleDirectory(): Promise<string> {
  const { stdout } = await execa("go", ["mod", "download", "-json", kubernetesModule]);
  const answer: { readonly Dir?: string } = JSON.parse(stdout);
  if (answer.Dir === undefined) {
    throw new Error(`go mod download ${kubernetesModule}: no directory in its answer; check the version`);
  }
  return answer.Dir;
}

function schemasOf(document: {
  readonly components?: { readonly schemas?: Readonly<Record<string, OpenApiSchema>> };
}): Readonly<Record<string, OpenApiSchema>> {
  return document.components?.schemas ?? {};
}
