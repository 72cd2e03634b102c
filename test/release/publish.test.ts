import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { projectFolder } from "../../ci/paths.ts";

const folder = await mkdtemp(join(tmpdir(), "publish-"));
const file = join(folder, "file");
await writeFile(file, "");
afterAll(() => rm(folder, { recursive: true }));

async function publish(...words: readonly string[]): Promise<{ readonly exitCode?: number; readonly stderr: string }> {
  const command = [join(projectFolder, "ci/release/publish.ts"), "--out", join(folder, "dist"), ...words];
  return execa("node", command, { reject: false, timeout: 60_000 });
}

test.each<[string, string[], string]>([
  ["no target", [], "Say where to publish: --oci ADDRESS or --repository DIR|URL"],
  ["an unknown chart", ["--chart", "x", "--repository", "r"], 'there is no chart "x"; there is foxctl, arizuko'],
  ["a blank folder", ["--repository", " "], '" " is no folder, and no address of http or https'],
  [
    "no key for provenance",
    ["--repository", "r", "--sign", ""],
    "--sign names no key; give one, or leave the option out",
  ],
  [
    "no key for cosign",
    ["--oci", "oci://h/c", "--cosign", ""],
    "--cosign names no key; give one, or leave the option out",
  ],
  ["one folder for both", ["--repository", join(folder, "dist")], `"${join(folder, "dist")}" cannot be both the`],
  ...["https://h/c", "h/c", "", "oci://h", "oci:///c", "oci://h/Upper", "oci://me:secret@h/c", "oci://h/c:0.1.0"].map(
    (address): [string, string[], string] => [`"${address}"`, ["--oci", address], `"${address}" is no address such as`],
  ),
])("%s is refused as a command line that makes no sense", async (_, words, says) => {
  const { exitCode, stderr } = await publish(...words);
  expect(stderr.split("\n")).toEqual([expect.stringContaining(says), "npm run publish -- --help lists what there is"]);
  expect(exitCode).toBe(2);
});

// Users, and even root, may make nothing below /proc/1; where there is none, nor may they make it.
test.each([
  ["/proc/1/none", /^\/proc\/1\/none .* name another folder$/],
  [join(file, "below"), /is no folder; name another place$/],
])("nothing is written anywhere when %s is one of the targets", async (place, says) => {
  const good = join(folder, "good");
  const { exitCode, stderr } = await publish("--chart", "foxctl", "--repository", good, "--repository", place);
  expect(stderr).toMatch(says);
  expect(exitCode).toBe(1);
  expect(await readdir(folder)).not.toContain("good");
});

test("a folder in which the system makes nothing is told, and what to do", async () => {
  const { exitCode, stderr } = await publish("--chart", "foxctl", "--repository", "/proc/none");
  expect(stderr).toMatch(/\/proc\/none.* (cannot be|may not be) .*; .*name another/);
  expect(exitCode).toBe(1);
});

test("a run that is interrupted while it reads a registry leaves no temporary files", async () => {
  const silent = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => void silent.close());
  await once(silent, "listening");
  const { port } = silent.address() as AddressInfo;
  const temporary = join(folder, "temporary");
  await mkdir(temporary);
  const words = ["--oci", `oci://127.0.0.1:${port}/charts`, "--plain-http", "--out", join(folder, "dist")];
  const command = [join(projectFolder, "ci/release/publish.ts"), ...words];
  const publishing = spawn("node", command, { env: { ...process.env, TMPDIR: temporary }, stdio: "ignore" });
  await once(silent, "connection");
  expect(await readdir(temporary)).toHaveLength(1);
  publishing.kill("SIGINT");
  expect(await once(publishing, "close")).toEqual([null, "SIGINT"]);
  expect(await readdir(temporary)).toEqual([]);
});
