import { existsSync } from "node:fs";
import { chown, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getuid } from "node:process";
import { execa } from "execa";
import { freePort } from "../../ci/cluster/free-port.ts";

/** A PostgreSQL server on this machine's loopback address, which asks for no password. */
export interface PostgresServer {
  readonly port: number;
  /** Where its programs are, `pg_dump` among them. */
  readonly programs: string;
  readonly stop: () => Promise<void>;
}

/** The folder of PostgreSQL's programs, as Debian has it; nothing where there is no server. */
export async function postgresPrograms(): Promise<string | undefined> {
  const versions = await readdir("/usr/lib/postgresql").catch(() => []);
  const folders = versions
    .toSorted((a, b) => Number(b) - Number(a))
    .map((version) => `/usr/lib/postgresql/${version}/bin`);
  return folders.find((folder) => existsSync(join(folder, "initdb")));
}

export async function startPostgres(programs: string): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), "postgres-"));
  // It refuses to run as root.
  const nobody = 65534;
  const user = getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
  if (user.uid !== undefined) await chown(folder, nobody, nobody);
  const run = (program: string, ...words: readonly string[]) =>
    execa(join(programs, program), words, { ...user, cwd: folder, stdin: "ignore" });
  const data = join(folder, "data");
  await run("initdb", "--pgdata", data, "--username", "postgres", "--auth", "trust", "--no-sync");
  const port = await freePort();
  const options = `-c listen_addresses=127.0.0.1 -c port=${port} -c unix_socket_directories= -c fsync=off`;
  // Its output goes to a file: a pipe would stay open as long as the server.
  await run("pg_ctl", "--pgdata", data, "--wait", "--log", join(folder, "log"), "--options", options, "start");
  const stop = async (): Promise<void> => {
    await run("pg_ctl", "--pgdata", data, "--wait", "--mode", "immediate", "stop");
    await rm(folder, { recursive: true });
  };
  return { port, programs, stop };
}
