import { createHmac, generateKeyPairSync, randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "yaml";
import { kubeconfigOf } from "./access.ts";

/** Who talks to the API server, with their groups. Kubernetes binds roles of its own to all of them but CoreDNS. */
const users = {
  admin: "system:masters",
  coredns: "",
  "system:kube-controller-manager": "",
  "system:kube-proxy": "",
  "system:kube-scheduler": "",
  "system:node:node": "system:nodes",
} as const;

export type User = keyof typeof users;

export interface Credentials {
  /** All tokens follow from it. */
  readonly secret: Uint8Array;
  readonly tokenFile: string;
  /** Signs and checks the tokens of service accounts. */
  readonly serviceAccountKey: string;
}

/** Made anew for every cluster; readable by this user only. */
export async function writeCredentials(folder: string): Promise<Credentials> {
  const secret = randomBytes(32);
  const tokenFile = join(folder, "tokens.csv");
  const lines = Object.entries(users).map(([user, group]) => `${tokenFrom(secret, user)},${user},${user},${group}\n`);
  await writeFile(tokenFile, lines.join(""), { mode: 0o600 });
  const serviceAccountKey = join(folder, "service-account.key");
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  await writeFile(serviceAccountKey, privateKey.export({ type: "sec1", format: "pem" }), { mode: 0o600 });
  return { secret, tokenFile, serviceAccountKey };
}

export function tokenOf({ secret }: Credentials, user: User): string {
  return tokenFrom(secret, user);
}

function tokenFrom(secret: Uint8Array, user: string): string {
  return createHmac("sha256", secret).update(user).digest("hex");
}

/** Where a server listens, and the file with the certificate to trust. */
export interface Endpoint {
  readonly url: string;
  readonly certificate: string;
}

/** A file that tells kubectl and Helm of one cluster and one of its users. */
export interface Kubeconfig {
  readonly apiVersion: "v1";
  readonly kind: "Config";
  readonly clusters: readonly [
    { readonly name: string; readonly cluster: { readonly server: string; readonly "certificate-authority": string } },
  ];
  readonly users: readonly [{ readonly name: User; readonly user: { readonly token: string } }];
  readonly contexts: readonly [
    { readonly name: string; readonly context: { readonly cluster: string; readonly user: User } },
  ];
  readonly "current-context": string;
}

/** Writes the user's kubeconfig and returns where it is. */
export async function writeKubeconfig(
  folder: string,
  endpoint: Endpoint,
  credentials: Credentials,
  user: User,
): Promise<string> {
  const content: Kubeconfig = {
    apiVersion: "v1",
    kind: "Config",
    clusters: [{ name: "local", cluster: { server: endpoint.url, "certificate-authority": endpoint.certificate } }],
    users: [{ name: user, user: { token: tokenOf(credentials, user) } }],
    contexts: [{ name: "local", context: { cluster: "local", user } }],
    "current-context": "local",
  };
  const file = kubeconfigOf(folder, user);
  await writeFile(file, stringify(content), { mode: 0o600 });
  return file;
}
