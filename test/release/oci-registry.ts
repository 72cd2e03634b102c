import { mkdir, readFile, writeFile } from "node:fs/promises";
import { get } from "node:https";
import { join } from "node:path";
import { hashSync } from "bcryptjs";
import { execa } from "execa";
import { stringify } from "yaml";
import { freePort } from "../../ci/cluster/free-port.ts";
import { type ServerGroup, startServer } from "../../ci/cluster/server-process.ts";
import { waitUntil } from "../../ci/cluster/wait-until.ts";
import { toolPath } from "../../ci/tools/install.ts";

/** A real OCI registry on this machine, with TLS and a list of users. */
export interface OciRegistry {
  /** `127.0.0.1:PORT` */
  readonly host: string;
  /** The certificate to trust, for SSL_CERT_FILE. */
  readonly certificate: string;
  /** Replaces all users. */
  readonly setUsers: (passwords: Readonly<Record<string, string>>) => Promise<void>;
  /** Ends it at once, as a crash would. */
  readonly stop: () => Promise<void>;
  /** Starts it again with what it had. */
  readonly start: () => Promise<void>;
}

export async function startOciRegistry(folder: string): Promise<OciRegistry> {
  await mkdir(folder, { recursive: true });
  await writeCertificate(folder);
  const host = `127.0.0.1:${await freePort()}`;
  const users = join(folder, "users");
  const certificate = join(folder, "cert.pem");
  const configuration = {
    version: "0.1",
    log: { level: "warn" },
    storage: { filesystem: { rootdirectory: join(folder, "data") }, delete: { enabled: true } },
    http: { addr: host, secret: "test", tls: { certificate, key: join(folder, "key.pem") } },
    auth: { htpasswd: { realm: "charts", path: users } },
  };
  await writeFile(join(folder, "config.yaml"), stringify(configuration));
  const group: ServerGroup = { folder, prefix: [], running: [] };
  const setUsers = (passwords: Readonly<Record<string, string>>): Promise<void> => {
    const lines = Object.entries(passwords).map(([name, password]) => `${name}:${hashSync(password, 4)}\n`);
    return writeFile(users, lines.join(""));
  };
  const stop = async (): Promise<void> => {
    for (const server of group.running.splice(0)) await server.stop();
  };
  const start = async (): Promise<void> => {
    startServer(group, { name: "registry", file: await toolPath("registry"), words: ["serve", "config.yaml"] });
    if (await waitUntil(() => answers(host, certificate), 20_000)) return;
    throw new Error(`the registry does not answer: ${await group.running[0]?.lastLog()}`);
  };
  await setUsers({});
  await start();
  return { host, certificate, setUsers, stop, start };
}

/** By the program that comes with Go, which builds the registry. */
async function writeCertificate(folder: string): Promise<void> {
  const { stdout: root } = await execa("go", ["env", "GOROOT"]);
  const program = join(root, "src", "crypto", "tls", "generate_cert.go");
  await execa("go", ["run", program, "--host", "127.0.0.1", "--ca", "--ecdsa-curve", "P256"], { cwd: folder });
}

/** Whether it asks for credentials, as it shall. */
async function answers(host: string, certificate: string): Promise<boolean> {
  const ca = await readFile(certificate);
  return new Promise((resolve) => {
    get(`https://${host}/v2/`, { ca, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode === 401);
    }).on("error", () => resolve(false));
  });
}
