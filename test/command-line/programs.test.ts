import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, describe, expect, test } from "vitest";
import { projectFolder } from "../../ci/paths.ts";

const { scripts }: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync(join(projectFolder, "package.json"), "utf8"),
);

/** The project's own programs; the others of package.json are Biome's. */
const programs = Object.entries(scripts).flatMap(([name, script]): [string, string][] => {
  const file = script.match(/^node (\S+)$/)?.[1];
  return file === undefined ? [] : [[name === "test" ? "npm test" : `npm run ${name}`, file]];
});

const run = (file: string, words: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  execa("node", [file, ...words], { cwd: projectFolder, reject: false, env });

const folder = mkdtempSync(join(tmpdir(), "programs-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("there are programs", () => {
  expect(programs.length).toBeGreaterThan(4);
});

describe.each(programs)("%s", (command, file) => {
  test("explains itself", async () => {
    const { exitCode, stdout, stderr } = await run(file, ["--help"]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toMatch(new RegExp(`^Usage: ${command} -- `));
    expect(stdout).toMatch(/^ {2}--debug /m);
    for (const line of stdout.split("\n")) expect(line.length, line).toBeLessThanOrEqual(120);
  });

  test("refuses an option that there is not, in two lines, and ends with 2", async () => {
    const { exitCode, stdout, stderr } = await run(file, ["--no-such-option"]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toBe(`Unknown option '--no-such-option'\n${command} -- --help lists what there is`);
  });
});

describe("what goes wrong", () => {
  const file = "generator/main.ts";

  test("is told in one line and ends with 1, and with its stack where that is asked for", async () => {
    const plain = await run(file, ["--chart", "nobody"]);
    expect(plain.exitCode).toBe(1);
    expect(plain.stderr).toMatch(/^there is no chart "nobody"; there is [^\n]*$/);
    expect((await run(file, ["--chart", "nobody", "--debug"])).stderr).toMatch(/\n {4}at .*generate\.ts/);
  });

  test("has a colour where that is asked for, and none elsewhere", async () => {
    const words = ["--chart", "nobody"];
    expect((await run(file, words)).stderr).not.toContain("\u001B[");
    expect((await run(file, words, { FORCE_COLOR: "1" })).stderr).toContain("\u001B[31m");
    expect((await run(file, words, { NO_COLOR: "1" })).stderr).not.toContain("\u001B[");
  });
});
