import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sandbox } from "../sandbox.ts";
import { instance } from "./instance.ts";

test("create makes the layout, with empty databases but routd's", async () => {
  const { data, database } = await instance();
  expect((await readdir(data)).sort()).toEqual([".env", "groups", "services", "store", "surrogate", "web"]);
  const size = async (file: string) => (await stat(join(data, "store", file))).size;
  expect(await Promise.all(["authd/auth.db", "onbod/onbod.db", "runed/runed.db"].map(size))).toEqual([0, 0, 0]);
  // Not less than the tables of the real one take.
  expect(await size("routd/routd.db")).toBeGreaterThan(4096);
  const { acl, groups, tasks, proxydRoutes } = await database();
  expect(acl).toEqual([{ principal: "role:operator", pattern: "**" }]);
  expect(Object.keys(Object(groups))).toEqual(["main"]);
  expect(Object.keys(Object(tasks))).toHaveLength(5);
  expect(proxydRoutes).toBeNull();
});

test("create writes secrets to .env, but leaves one alone that is there", async () => {
  const { data } = await instance();
  expect(await readFile(join(data, ".env"), "utf8")).toMatch(/^AUTH_SECRET=.+\nSECRETS_KEY=.+$/m);
  expect((await stat(join(data, ".env"))).mode & 0o777).toBe(0o600);

  const box = await sandbox();
  await mkdir(join(box.folder, "arizuko_demo"));
  await writeFile(join(box.folder, "arizuko_demo/.env"), "");
  await box.run("arizuko", { words: ["create", "demo"], env: { ARIZUKO_DATA_DIR: box.folder } });
  expect(await readFile(join(box.folder, "arizuko_demo/.env"), "utf8")).toBe("");
});

test("a second create makes group main new again, and brings deleted tasks back", async () => {
  const { command, database, changeDatabase } = await instance();
  const main = { product: "p", config: { model: "m", kept: true }, containerConfig: { mounts: [] } };
  await changeDatabase({ groups: { main }, tasks: {}, proxydRoutes: [{ path: "/x", backend: "b", auth: "user" }] });
  expect(await command("create", "demo")).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^created instance/),
  });
  expect(await database()).toMatchObject({
    groups: { main: { product: "", config: { model: null, kept: true }, containerConfig: null } },
    proxydRoutes: [{ path: "/x" }],
  });
  expect(Object.keys(Object((await database())["tasks"]))).toHaveLength(5);
});

test("a DATA_DIR other than the instance's folder splits it", async () => {
  const box = await sandbox();
  const other = join(box.folder, "other");
  await box.run("arizuko", {
    words: ["create", "demo"],
    env: { ARIZUKO_DATA_DIR: box.folder, DATA_DIR: other },
  });
  expect((await readdir(other)).sort()).toEqual(["groups", "web"]);
  expect(await readdir(join(box.folder, "arizuko_demo"))).not.toContain("groups");
});

test.each([
  ["no name", []],
  ["two names", ["demo", "two"]],
  ["a variable that was not expanded", ["$(INSTANCE_NAME)"]],
  ["a name that begins with a dash", ["--", "-demo"]],
  ["a product", ["demo", "--product", "pm"]],
])("create refuses %s", async (_, words) => {
  const box = await sandbox();
  expect(
    await box.run("arizuko", { words: ["create", ...words], env: { ARIZUKO_DATA_DIR: box.folder } }),
  ).toMatchObject({ code: 1, message: expect.stringMatching(/usage|instance name|unknown product/) });
});

test("dashd makes a database where there is none, which is no finished create", async () => {
  const { data, daemon, start, variables } = await instance();
  const file = join(data, "store/routd/routd.db");
  await rm(file);
  await daemon("dashd");
  expect((await stat(file)).size).toBe(4096);
  const refused = await (await start("proxyd", { env: variables("proxyd") })).ended;
  expect(refused).toMatchObject({ code: 1, message: expect.stringContaining("no such table: acl") });
});

test("secrets are sealed only where the key is", async () => {
  const { run, folder, data, database } = await instance();
  await writeFile(join(data, ".env"), "");
  const set = (key: string, env: Readonly<Record<string, string>>) =>
    run("arizuko", {
      words: ["secret", "demo", "set", "main", key, "--value", "bar"],
      env: { ARIZUKO_DATA_DIR: folder, ...env },
    });
  await set("PLAIN", {});
  await set("SEALED", { SECRETS_KEY: "k" });
  expect((await database())["secrets"]).toEqual({ "main/PLAIN": "bar", "main/SEALED": expect.stringMatching(/^v2:/) });
});
