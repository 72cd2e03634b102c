import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { projectFolder } from "../../../ci/paths.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "import-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const run = (program: string, ...words: readonly string[]) =>
  execa("node", [join(projectFolder, "ci/importers", program), ...words], { cwd: folder, reject: false });

describe("npm run env-import", () => {
  beforeEach(() =>
    writeFile(join(folder, ".env"), "TELEGRAM_BOT_TOKEN=1:hidden\nTZ=Europe/Prague\nNEVER_HEARD=hidden\n"),
  );

  test("writes values for all and a Secret for the owner, and says no secret", async () => {
    const { exitCode, stdout, stderr } = await run("env-import.ts", ".env");
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: expect.not.stringContaining("hidden") });
    expect(stdout).toContain(".env:3: NEVER_HEARD");
    const values = await readFile(join(folder, "arizuko-values.yaml"), "utf8");
    expect(stdout + values).not.toContain("hidden");
    expect(parse(values)).toMatchObject({ timeZone: "Europe/Prague", secrets: { existingSecret: "arizuko-env" } });
    const secret = join(folder, "arizuko-secret.yaml");
    expect((await stat(secret)).mode & 0o777).toBe(0o600);
    expect(parse(await readFile(secret, "utf8"))).toMatchObject({
      kind: "Secret",
      metadata: { name: "arizuko-env", namespace: "arizuko" },
      stringData: { TELEGRAM_BOT_TOKEN: "1:hidden" },
    });
  });

  test("makes the folder that it is to write to", async () => {
    expect((await run("env-import.ts", ".env", "--out", "new/folder")).exitCode).toBe(0);
    expect((await readdir(join(folder, "new/folder"))).sort()).toEqual(["arizuko-secret.yaml", "arizuko-values.yaml"]);
  });

  test.each([
    ["env-import.ts", "nowhere: there is no such file"],
    ["overlay-import.ts", "nowhere: there is no such folder"],
  ])("%s says what there is not", async (program, message) => {
    expect(await run(program, "nowhere")).toMatchObject({ exitCode: 1, stdout: "", stderr: message });
  });

  test("replaces nothing unless told to, and then leaves no mode behind", async () => {
    const secret = join(folder, "arizuko-secret.yaml");
    await writeFile(secret, "mine");
    await chmod(secret, 0o644);
    const refused = await run("env-import.ts", ".env");
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toContain("arizuko-secret.yaml is there already");
    expect((await readdir(folder)).sort()).toEqual([".env", "arizuko-secret.yaml"]);
    expect(await readFile(secret, "utf8")).toBe("mine");
    expect((await run("env-import.ts", ".env", "--force")).exitCode).toBe(0);
    expect((await stat(secret)).mode & 0o777).toBe(0o600);
  });

  test("writes the entry of a store as JSON", async () => {
    expect((await run("env-import.ts", ".env", "--remote-key", "team/bee")).exitCode).toBe(0);
    const file = join(folder, "arizuko-secret.json");
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(JSON.parse(await readFile(file, "utf8"))).toMatchObject({ TELEGRAM_BOT_TOKEN: "1:hidden" });
  });

  test("names the line that it cannot read, and not what is there", async () => {
    await writeFile(join(folder, ".env"), "A=1\nhidden hidden\n");
    const { exitCode, stderr } = await run("env-import.ts", ".env");
    expect(exitCode).toBe(1);
    expect(stderr).toBe(".env:2: this is no NAME=VALUE; write one, or begin the line with #");
    expect(await readdir(folder)).toEqual([".env"]);
  });
});

describe("npm run overlay-import", () => {
  test("writes values, and says what kubectl says about a folder that is no overlay", async () => {
    const overlay = join(projectFolder, "test/generator/importers/overlay/team");
    const { exitCode, stdout } = await run("overlay-import.ts", overlay);
    expect(exitCode).toBe(0);
    const values = await readFile(join(folder, "foxctl-values.yaml"), "utf8");
    expect(stdout + values).not.toContain("not-for-eyes");
    expect(parse(values)).toMatchObject({ storage: { driver: "postgres" } });
    const wrong = await run("overlay-import.ts", ".");
    expect(wrong.exitCode).toBe(1);
    expect(wrong.stderr).toMatch(/unable to find one of 'kustomization.yaml'/);
  });
});
