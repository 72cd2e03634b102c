import { generateKeyPairSync, randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "yaml";

export interface Credentials {
  readonly adminToken: string;
  readonly tokenFile: string;
  /** Signs and checks the tokens of service accounts. */
  readonly serviceAccountKey: string;
}

/** Made anew for every server; readable by this user only. */
export async function writeCredentials(folder: string): Promise<Credentials> {
  const adminToken = randomBytes(24).toString("hex");
  const tokenFile = join(folder, "tokens.csv");
  await writeFile(tokenFile, `${adminToken},admin,admin,system:masters\n`, { mode: 0o600 });
  const serviceAccountKey = join(folder, "service-account.key");
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  await writeFile(serviceAccountKey, privateKey.export({ type: "sec1", format: "pem" }), { mode: 0o600 });
  return { adminToken, tokenFile, serviceAccountKey };
}

export async function writeKubeconfig(file: string, url: string, certificate: string, token: string): Promise<void> {
  const content = {
    apiVersion: "v1",
    kind: "Config",
    clusters: [{ name: "test", cluster: { server: url, "certificate-authority": certificate } }],
    users: [{ name: "admin", user: { token } }],
    contexts: [{ name: "test", context: { cluster: "test", user: "admin" } }],
    "current-context": "test",
  };
  await writeFile(file, stringify(content), { mode: 0o600 });
}
