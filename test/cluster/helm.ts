import { execa } from "execa";
import type { ClusterAccess } from "../../ci/cluster/access.ts";
import { toolPath } from "../../ci/tools/install.ts";
import { type Helm, helms } from "../charts/helm.ts";
import { type KubernetesObject, parseObjects } from "../charts/kubernetes-object.ts";
import { type Preset, presetArguments } from "../charts/preset.ts";

/** Where a release is installed, or is to be. */
export interface Release {
  readonly server: ClusterAccess;
  readonly namespace: string;
  readonly name: string;
}

/** What Helm warns of where it finds an object again that the release left behind on purpose, such as a kept Secret or claim. */
const foundAgain =
  /^level=WARN msg="resource exists on cluster but not in original release, .* kind=(Secret|PersistentVolumeClaim)$/;

/** Runs Helm on a release. Other warnings, its own and the server's, are errors: a user would have to understand them. */
export async function helm(release: Release, version: Helm, ...words: readonly string[]): Promise<string> {
  const [command = "", ...rest] = words;
  const all = [command, release.name, ...rest, "--namespace", release.namespace];
  const env = release.server.env;
  const result = await execa(await toolPath(version), all, { env, stdin: "ignore", reject: false });
  const problems = result.stderr.split("\n").filter((line) => line !== "" && !foundAgain.test(line));
  if (!result.failed && problems.length === 0) return result.stdout;
  throw new Error(
    `${version} ${all.join(" ")} ${result.failed ? "failed" : "warned"} on Kubernetes ${release.server.kubernetesVersion}:\n${problems.join("\n")}`,
  );
}

/** Installs a preset; returns what Helm has sent to the server, tests and other hooks included. */
export async function install(
  release: Release,
  preset: Preset,
  version: Helm = helms[0],
): Promise<readonly KubernetesObject[]> {
  const printed = await helm(release, version, "install", ...presetArguments(preset), "--output=json");
  const { manifest, hooks = [] }: Installed = JSON.parse(printed);
  return parseObjects([manifest, ...hooks.map((hook) => hook.manifest)].join("\n---\n"));
}

interface Installed {
  readonly manifest: string;
  readonly hooks?: readonly { readonly manifest: string }[];
}

/** Helm reads every revision that it keeps each time, ten by default. Two will do to go back. */
const fewRevisions = "--history-max=2";

/** What Helm sends was checked against the server's schemas as the preset was installed. It is slow at that. */
const checkedAlready = "--disable-openapi-validation";

export async function upgrade(release: Release, preset: Preset, ...more: readonly string[]): Promise<void> {
  // Without any values file Helm would use those of the installed release.
  const how = ["--reset-values", fewRevisions, checkedAlready];
  await helm(release, "helm4", "upgrade", ...how, ...presetArguments(preset), ...more);
}

/** Takes back the last upgrade. */
export async function rollback(release: Release): Promise<void> {
  await helm(release, "helm4", "rollback", fewRevisions);
}
