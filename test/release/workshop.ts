import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { toolPath } from "../../ci/tools/install.ts";
import type { Chart } from "../../generator/topology/chart.ts";
import type { Helm } from "../charts/helm.ts";

/** What a maintainer's machine has, in a folder of its own: keys to sign with, and Helm's settings. */
export interface Workshop {
  readonly folder: string;
  /** What GnuPG knows the key by that signs provenance. */
  readonly signKey: string;
  /** The private key for cosign; the public one is beside it, as `cosign.pub`. */
  readonly cosignKey: string;
  /** For this process and its children. */
  readonly env: Readonly<Record<string, string>>;
  readonly remove: () => Promise<void>;
}

const password = "only for tests";

export async function openWorkshop(): Promise<Workshop> {
  const folder = await mkdtemp(join(tmpdir(), "release-"));
  const gnupg = join(folder, "gnupg");
  await mkdir(gnupg, { mode: 0o700 });
  // Else each agent finds out as it starts how often to hash a passphrase for that to take long.
  await writeFile(join(gnupg, "gpg-agent.conf"), "s2k-count 65536\n");
  const env = {
    GNUPGHOME: gnupg,
    GPG_PASSPHRASE: password,
    COSIGN_PASSWORD: password,
    DOCKER_CONFIG: join(folder, "docker"),
    HELM_CACHE_HOME: join(folder, "helm", "cache"),
    HELM_CONFIG_HOME: join(folder, "helm", "config"),
    HELM_DATA_HOME: join(folder, "helm", "data"),
    KUBECONFIG: "/dev/null",
  };
  const signKey = "releases@example.com";
  const unlock = ["--batch", "--pinentry-mode", "loopback", "--passphrase", password];
  await execa("gpg", [...unlock, "--quick-generate-key", `Releases <${signKey}>`, "ed25519", "sign", "never"], { env });
  await execa(await toolPath("cosign"), ["generate-key-pair"], { cwd: folder, env, stdin: "ignore" });
  const remove = async (): Promise<void> => {
    // The agent that GnuPG starts would live on.
    await execa("gpgconf", ["--kill", "all"], { env });
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  return { folder, signKey, cosignKey: join(folder, "cosign.key"), env, remove };
}

/** What a run of a program printed, and whether it succeeded. */
export interface Run {
  readonly succeeded: boolean;
  readonly output: string;
}

export async function run(
  program: string,
  words: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Run> {
  const { failed, all } = await execa(program, words, { env, stdin: "ignore", reject: false, all: true });
  return { succeeded: !failed, output: all };
}

export async function helm(
  version: Helm,
  words: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Run> {
  return run(await toolPath(version), words, env);
}

/** The same chart as another version, with an annotation of its own if it shall have other content. */
export function versionOf(chart: Chart, version: string, description = chart.metadata.description): Chart {
  const [latest] = chart.releases;
  return {
    ...chart,
    metadata: { ...chart.metadata, version, description },
    releases: [{ ...latest, version }, ...chart.releases.slice(1)],
  };
}
