import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { execa } from "execa";
import { toolPath } from "../tools/install.ts";
import type { PushedChart } from "./oci.ts";

/**
 * How charts in a registry are signed: by a private key, whose password is in COSIGN_PASSWORD and which needs nothing
 * but the registry; or by the identity that the environment has, such as that of a workflow at GitHub, which Sigstore
 * certifies and logs for all to see.
 */
export type Signer = { readonly key: string } | "keyless";

/** Keys are used without services: no log is written, and none is asked for. */
const withoutServices = join(import.meta.dirname, "cosign-signing-config.json");

/** Whether the chart has a signature that this signer may have made. */
export async function isSigned(chart: PushedChart, signer: Signer): Promise<boolean> {
  const words =
    signer === "keyless"
      ? ["--certificate-identity-regexp", ".*", "--certificate-oidc-issuer-regexp", ".*"]
      : ["--key", "env://COSIGN_PUBLIC_KEY", "--insecure-ignore-tlog"];
  const env = signer === "keyless" ? {} : { COSIGN_PUBLIC_KEY: await publicKey(signer.key) };
  const run = await cosign(["verify", ...words, chart], env);
  if (!run.failed) return true;
  if (/no (matching )?signatures/.test(run.stderr)) return false;
  throw new Error(`the signature of ${chart} cannot be read: ${problem(run.stderr)}`);
}

/** @throws Error that says why it cannot be signed */
export async function sign(chart: PushedChart, signer: Signer): Promise<void> {
  const words = signer === "keyless" ? [] : ["--key", signer.key, "--signing-config", withoutServices];
  const run = await cosign(["sign", "--yes", ...words, chart]);
  if (run.failed) throw new Error(`${chart} cannot be signed: ${problem(run.stderr)}`);
}

/**
 * The public half of a private key, as `cosign verify --key` reads it.
 * @throws Error when there is no such key, or its password is another
 */
export async function publicKey(key: string): Promise<string> {
  const run = await cosign(["public-key", "--key", key]);
  if (run.failed)
    throw new Error(`cosign cannot use the key ${key} with COSIGN_PASSWORD${passwordState()}: ${problem(run.stderr)}`);
  return `${run.stdout}\n`;
}

/** What cosign says where it would ask for the password does not tell that none is set. */
function passwordState(): string {
  return process.env["COSIGN_PASSWORD"] === undefined ? ", which is not set" : "";
}

interface CosignRun {
  readonly failed: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

async function cosign(words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<CosignRun> {
  const program = await toolPath("cosign");
  return execa(program, words, { env: { ...(await helmLogin()), ...env }, stdin: "ignore", reject: false });
}

/** Cosign reads the logins of container engines; those of Helm are in a file of the same form and name. */
async function helmLogin(): Promise<Readonly<Record<string, string>>> {
  const { stdout: file } = await execa(await toolPath("helm4"), ["env", "HELM_REGISTRY_CONFIG"]);
  return existsSync(file) ? { DOCKER_CONFIG: dirname(file) } : {};
}

/** The line that says what is wrong, which cosign prints twice. */
function problem(stderr: string): string {
  const lines = stderr.trim().split("\n");
  const line = lines.find((text) => text.startsWith("Error: ")) ?? lines.at(-1) ?? "";
  return line.replace(/^Error: /, "");
}
