import { execa } from "execa";
import type { KubernetesVersion } from "../kubernetes-versions.ts";
import { toolPath } from "../tools/install.ts";
import { schemaArguments } from "./schema-locations.ts";

/** How many objects of manifests fit the schemas, and what kubeconform has to say about the others. */
export interface Verdict {
  readonly valid: number;
  /** Objects that do not fit, cannot be read, or are of a kind without a schema. */
  readonly refused: number;
  readonly report: string;
}

interface Summary {
  readonly valid: number;
  readonly invalid: number;
  readonly errors: number;
  readonly skipped: number;
}

/**
 * Checks the manifests in a folder against the schemas of Kubernetes and of the custom resources that charts use, letting no
 * unknown field in. The report says in which file something is wrong.
 */
export async function kubeconform(folder: string, version: KubernetesVersion): Promise<Verdict> {
  const schemas = await schemaArguments(version);
  const words = ["-strict", "-summary", "-output", "json", ...schemas, folder];
  const { stdout } = await execa(await toolPath("kubeconform"), words, { stdin: "ignore", reject: false });
  const { summary }: { readonly summary: Summary } = JSON.parse(stdout);
  const { valid, invalid, errors, skipped } = summary;
  return { valid, refused: invalid + errors + skipped, report: stdout };
}
