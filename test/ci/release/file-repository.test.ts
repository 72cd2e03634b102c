import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { fileProblem, fileRepository } from "../../../ci/release/file-repository.ts";

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "repository-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

test("what a killed run was writing goes, and what another run writes stays", async () => {
  const folder = await newFolder();
  const { pid: dead } = spawnSync("true");
  const [abandoned, written] = [`index.yaml.${dead}.new`, `index.html.${process.ppid}.new`];
  for (const name of [abandoned, written]) await writeFile(join(folder, name), "half");
  await fileRepository(folder).write("index.yaml", new TextEncoder().encode("whole"));
  expect((await readdir(folder)).toSorted()).toEqual([written, "index.yaml"]);
});

test("nothing is made to see whether files can be written", async () => {
  const folder = await newFolder();
  await fileRepository(join(folder, "a", "b")).prepare();
  expect(await readdir(folder)).toEqual([]);
});

test("a file on the way is told of before anything is written", async () => {
  const folder = await newFolder();
  await writeFile(join(folder, "a"), "");
  const below = join(folder, "a", "b");
  await expect(fileRepository(below).prepare()).rejects.toThrow(`${below} is no folder; name another place`);
});

test.each([
  ["EROFS", "r/x cannot be written, as its file system is read-only; name another folder"],
  ["EACCES", "r/x may not be read or written; change its rights, or name another folder"],
  ["ENOSPC", "there is no room for r/x; make some, or name another folder"],
])("%s is told with what to do", (code, message) => {
  expect(fileProblem(Object.assign(new Error("failed"), { code }), "r", "x")).toEqual(new Error(message));
});
