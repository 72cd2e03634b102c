import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { kubectl } from "../../ci/cluster/kubectl.ts";
import { createNamespace } from "../../ci/cluster/namespace.ts";
import { projectFolder } from "../../ci/paths.ts";
import { foxctl } from "../../generator/charts/foxctl/chart.ts";
import { blocksOf } from "../charts/guide/guide-blocks.ts";
import { chartFolder } from "../charts/preset.ts";
import { helm, type Release } from "./helm.ts";
import { type PostgresServer, postgresPrograms, startPostgres } from "./postgres-server.ts";
import { runScript } from "./shell.ts";

const blockWith = (command: string) =>
  blocksOf(foxctl, "sh").find(({ text }) => text.includes(command))?.text ?? "false";
const create = blockWith("CREATE DATABASE");
const save = blockWith("pg_dump");
const restore = blockWith("pg_restore");

const release: Release = { server: inject("server"), namespace: "database-backup", name: "foxctl" };

let folder = "";
let postgres: PostgresServer | undefined;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "database-backup-"));
  await symlink(join(projectFolder, "charts"), join(folder, "charts"));
  await createNamespace(release.server, release.namespace, "restricted");
  const programs = await postgresPrograms();
  if (programs !== undefined) postgres = await startPostgres(programs);
});
afterAll(async () => {
  await postgres?.stop();
  await rm(folder, { recursive: true });
});

test("foxctl's guide brings the database back from a dump as a whole, or leaves it alone", async ({ skip }) => {
  if (postgres === undefined) return skip("there is no PostgreSQL server: apt-get install postgresql");
  const { port, programs } = postgres;
  const run = (script: string) => {
    const settings = [`export PATH="${programs}:$PATH" PGHOST=127.0.0.1 PGPORT=${port} PGUSER=postgres`];
    return runScript({ ...release, helm: "helm4", folder }, [...settings, script].join("\n"));
  };
  const dsn = `postgres://foxctl@127.0.0.1:${port}/foxctl`;
  const sql = async (command: string): Promise<string> =>
    (await execa(join(programs, "psql"), ["--no-align", "--tuples-only", "--command", command, dsn])).stdout;

  // Debian has no pgvector. What matters is that somebody else owns the extension.
  await run(create.replace("EXTENSION IF NOT EXISTS vector", "EXTENSION hstore"));
  // A schema for each store, and the gateway's tables in the one that is there.
  await sql("create schema memory; create table memory.notes (text text); insert into memory.notes values ('kept')");
  await sql("create table sessions (id serial primary key); insert into sessions default values");

  const secret = ["create", "secret", "generic", "postgres-secrets", `--from-literal=dsn=${dsn}`];
  await kubectl(release.server, [...secret, "--namespace", release.namespace]);
  const profile = ["--values", join(projectFolder, "values/postgres.yaml"), "--set", "logging.level=debug"];
  await helm(release, "helm4", "install", chartFolder("foxctl"), ...profile);
  const values = await helm(release, "helm4", "get", "values");

  // A newer version has been here, and left what the dump has not.
  const migrated =
    "delete from memory.notes; create table memory.more (n int); create schema board; drop table sessions";
  await run([save, `psql --command "${migrated}" "$dsn"`, restore].join("\n"));

  expect(await sql("select text from memory.notes")).toBe("kept");
  expect(await sql("select id from sessions")).toBe("1");
  const names = "select nspname from pg_namespace where nspowner = current_user::regrole";
  expect(await sql(names)).toBe("memory");
  expect(await helm(release, "helm4", "get", "values")).toBe(values);

  // A dump that ends too early.
  const broken = restore.replace("psql --quiet", "echo 'select no_such_thing;' >> restore.sql\npsql --quiet");
  await sql("insert into memory.notes values ('since then')");
  await expect(run(`dsn=${dsn}\n${broken}`)).rejects.toThrow("no_such_thing");
  expect(await sql("select text from memory.notes order by text")).toBe("kept\nsince then");
});
