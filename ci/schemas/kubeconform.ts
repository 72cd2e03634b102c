import { execa } from "execa";
import type { KubernetesVersion } from "../kubernetes-versions.ts";
import { toolPath } from "../tools/install.ts";
import { schemaLocations } from "./schema-locations.ts";

/** How many objects of a manifest fit the schemas, and what kubeconform has to say about the others. */
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

/** Checks a manifest against the schemas of Kubernetes and of the custom resources that charts use, letting no unknown field in. */
export function kubeconform(manifest: string, version: KubernetesVersion): Promise<Verdict> {
  return verdictOn("-", version, manifest);
}

/** The same for all manifests in a folder, in one process. */
export function kubeconformFolder(folder: string, version: KubernetesVersion): Promise<Verdict> {
  return verdictOn(folder, version);
}

async function verdictOn(path: string, version: KubernetesVersion, input?: string): Promise<Verdict> {
  const locations = (await schemaLocations(version)).flatMap((location) => ["-schema-location", location]);
  const words = ["-strict", "-summary", "-output", "json", ...locations, path];
  const { stdout } = await execa(await toolPath("kubeconform"), words, { ...(input && { input }), reject: false });
  const { summary }: { readonly summary: Summary } = JSON.parse(stdout);
  const { valid, invalid, errors, skipped } = summary;
  return { valid, refused: invalid + errors + skipped, report: stdout };
}
