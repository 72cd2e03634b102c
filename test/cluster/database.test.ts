import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { kubectl } from "../../ci/cluster/kubectl.ts";
import { createNamespace } from "../../ci/cluster/namespace.ts";
import { projectFolder } from "../../ci/paths.ts";
import { foxctl } from "../../generator/charts/foxctl/chart.ts";
import { blocksOf } from "../charts/guide/guide-blocks.ts";
import { chartFolder } from "../charts/preset.ts";
import { helm, type Release } from "./helm.ts";
import { type PostgresServer, postgresPrograms, startPostgres } from "./postgres-server.ts";
import { runScript } from "./shell.ts";

/** The commands of foxctl's guide that have some text among them. */
function block(text: string): string {
  const found = blocksOf(foxctl, "sh").find((each) => each.text.includes(text));
  if (!found) throw new Error(`no block of foxctl's guide has ${text}`);
  return found.text;
}

const release: Release = { server: inject("server"), namespace: "database", name: "foxctl" };
const programs = await postgresPrograms();

describe("foxctl's guide, on a database that its administrator has made as it says", () => {
  let folder = "";
  let postgres: PostgresServer;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "database-"));
    await symlink(join(projectFolder, "charts"), join(folder, "charts"));
    await createNamespace(release.server, release.namespace, "restricted");
    if (programs === undefined) return;
    postgres = await startPostgres(programs);
    // Debian has no pgvector. What matters is that the extension belongs to somebody else.
    await run(block("CREATE DATABASE").replace("EXTENSION IF NOT EXISTS vector", "EXTENSION hstore"));
  });
  afterAll(async () => {
    if (programs !== undefined) await postgres.stop();
    await rm(folder, { recursive: true });
  });
  beforeEach(({ skip }) => {
    if (programs === undefined) skip("there is no PostgreSQL server: apt-get install postgresql");
  });

  /** Runs a script as the database's administrator. */
  function run(script: string): Promise<string> {
    const settings = `export PATH="${postgres.programs}:$PATH" PGHOST=127.0.0.1 PGPORT=${postgres.port} PGUSER=postgres`;
    return runScript({ ...release, helm: "helm4", folder }, `${settings}\n${script}`);
  }

  const dsnOf = (role: string): string => `postgres://${role}@127.0.0.1:${postgres.port}/foxctl`;

  async function sql(command: string, role = "foxctl"): Promise<string> {
    const words = ["--no-align", "--tuples-only", "--command", command, dsnOf(role)];
    return (await execa(join(postgres.programs, "psql"), words)).stdout;
  }

  test("brings everything back from a dump, and the release with its values; or leaves all as it is", async () => {
    // A schema for each store, and the gateway's tables in the one that is there.
    await sql("create schema memory; create table memory.notes (text text); insert into memory.notes values ('kept')");
    await sql("create table sessions (id serial primary key); insert into sessions default values");

    const secret = ["create", "secret", "generic", "postgres-secrets", `--from-literal=dsn=${dsnOf("foxctl")}`];
    await kubectl(release.server, [...secret, "--namespace", release.namespace]);
    const profile = ["--values", join(projectFolder, "values/postgres.yaml"), "--set", "logging.level=debug"];
    await helm(release, "helm4", "install", chartFolder("foxctl"), ...profile);
    const values = await helm(release, "helm4", "get", "values");

    // A newer version has been here, and left what the dump has not.
    const newer =
      "delete from memory.notes; create table memory.more (n int); create schema board; drop table sessions";
    const restore = block("pg_restore");
    await run([block("pg_dump"), `psql --command "${newer}" "$dsn"`, restore].join("\n"));

    expect(await sql("select text from memory.notes")).toBe("kept");
    expect(await sql("select id from sessions")).toBe("1");
    expect(await sql("select nspname from pg_namespace where nspowner = current_user::regrole")).toBe("memory");
    expect(await helm(release, "helm4", "get", "values")).toBe(values);

    await sql("insert into memory.notes values ('since then')");
    const broken = restore.replace("psql --quiet", "echo 'select no_such_thing;' >> restore.sql\npsql --quiet");
    await expect(run(`dsn=${dsnOf("foxctl")}\n${broken}`)).rejects.toThrow("no_such_thing");
    expect(await sql("select text from memory.notes order by text")).toBe("kept\nsince then");
  });

  test("asks the server how many connections it takes", async () => {
    expect(await run(block("SHOW max_connections"))).toMatch(/max_connections *\n-+\n +\d+\n/);
  });

  test("gives a new password to a role whose sessions act as the old one", async () => {
    await run(block("CREATE ROLE foxctl2"));
    await sql("create schema tasks; create table tasks.more (n int)", "foxctl2");
    await run(`psql --command "ALTER ROLE foxctl NOLOGIN"`);
    await sql("drop schema tasks cascade", "foxctl2");
    expect(await sql("select current_user", "foxctl2")).toBe("foxctl");
    await expect(sql("select 1")).rejects.toThrow("not permitted to log in");
  });
});
