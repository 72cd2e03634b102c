import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { execa } from "execa";
import { describe, expect, onTestFinished, test } from "vitest";
import { freePort } from "../../ci/cluster/free-port.ts";
import { freeAddress, sandbox } from "./sandbox.ts";

describe("git-sync", () => {
  test("publishes a link to what it fetched, and is ready then", async () => {
    const box = await sandbox();
    const address = await freeAddress();
    const words = [
      ...["--repo=https://example.com/r", "--ref=main", "--depth=1", "--period=30s", `--root=${box.folder}`],
      ...["--link=current", `--http-bind=${address}`, "--max-failures=-1"],
    ];
    await box.serve("git-sync", { words });
    expect(await readFile(join(box.folder, "current/README.md"), "utf8")).toBe("https://example.com/r\n");
    expect((await fetch(`http://${address}/`)).status).toBe(200);
  });

  test("waits, unready, for a repository that cannot be reached", async () => {
    const box = await sandbox();
    const address = await freeAddress();
    const words = [`--root=${box.folder}`, "--repo=https://unreachable", `--http-bind=${address}`, "--max-failures=-1"];
    await box.serve("git-sync", { words });
    expect((await fetch(`http://${address}/`)).status).toBe(503);
  });

  test.each([
    ["an unknown flag", ["--repository=x"], 2],
    ["no repository", ["--root=/tmp"], 1],
    ["no root", ["--repo=x"], 1],
    ["a root that is not writable", ["--repo=x", "--root=/proc"], 1],
    ["a repository that cannot be reached", ["--repo=unreachable", "--root=/tmp"], 1],
    ["a key that is not there", ["--repo=x", "--root=/tmp", "--ssh-key-file=/nowhere"], 1],
  ])("ends with %s", async (_, words, code) => {
    const box = await sandbox();
    expect(await box.run("git-sync", { words })).toMatchObject({ code });
  });
});

describe("davd", () => {
  test("serves a folder", async () => {
    const box = await sandbox();
    const port = await freePort();
    await writeFile(join(box.folder, "file"), "content");
    await box.serve("dufs", { words: [`--port=${port}`, "--bind", "127.0.0.1", "--allow-all", box.folder] });
    expect(await (await fetch(`http://127.0.0.1:${port}/file`)).text()).toBe("content");
  });

  test.each([
    ["an unknown flag", ["--listen=x"], 2],
    ["a folder that is not there", ["/nowhere"], 1],
  ])("ends with %s", async (_, words, code) => {
    expect(await (await sandbox()).run("dufs", { words })).toMatchObject({ code });
  });
});

test("nc tells whether somebody listens", async () => {
  const box = await sandbox();
  const [host = "", port = ""] = (await freeAddress()).split(":");
  const nc = await box.link("nc");
  const look = async () => (await execa(nc, ["-z", "-w", "2", host, port], { reject: false })).exitCode;
  expect(await look()).toBe(1);
  await box.serve("dufs", { words: ["--port", port, "--bind", host, box.folder] });
  expect(await look()).toBe(0);
});

describe("wget", () => {
  const wget = async (words: readonly string[]) => {
    const server = createServer((request, answer) => {
      if (request.url === "/moved") answer.writeHead(302, { location: "/here" }).end();
      else if (request.url === "/here") request.pipe(answer.setHeader("x-key", request.headers["x-key"] ?? ""));
      else if (request.url !== "/slow") answer.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => server.closeAllConnections());
    onTestFinished(() => void server.close());
    const address = server.address();
    const port = typeof address === "object" ? address?.port : undefined;
    const file = await (await sandbox()).link("wget");
    return execa(file, [...words.slice(0, -1), `http://127.0.0.1:${port}${words.at(-1)}`], { reject: false });
  };

  test.each([
    [["-q", "-O", "-", "/here"], 0, "", /^$/],
    [["-qO-", "--post-data", "sent", "/here"], 0, "sent", /^$/],
    [["-S", "-T", "5", "-O", "/dev/null", "/moved"], 0, "", /^ {2}HTTP\/1.1 302 Found\n(.*\n)* {2}HTTP\/1.1 200 OK/],
    [["-qSO-", "--header", "X-Key: k", "/here"], 0, "", /X-Key: k/],
    [["-q", "-O", "-", "/nowhere"], 1, "", /^wget: server returned error: HTTP\/1.1 404 Not Found$/],
    [["-q", "-T", "1", "-O", "-", "/slow"], 1, "", /exceeded/],
    [["-q", "/here"], 1, "", /^wget: usage/],
    [["--tries=1", "-O-", "/here"], 1, "", /unrecognized option: --tries=1/],
  ])("%j ends with %i", async (words, code, stdout, stderr) => {
    expect(await wget(words)).toMatchObject({ exitCode: code, stdout, stderr: expect.stringMatching(stderr) });
  });
});

test.each([
  [["-c", "type wget"], 0, /function/],
  [["-eu", "-c", "type nc; echo $1", "sh", "word"], 0, /function\nword$/],
  [["-ec", "exit 3"], 3, /^$/],
])("sh %j takes wget and nc for the image's own, and ends with %i", async (words, code, stdout) => {
  const sh = await (await sandbox()).link("sh");
  expect(await execa(sh, words, { reject: false })).toMatchObject({
    exitCode: code,
    stdout: expect.stringMatching(stdout),
  });
});

test("ttsd is healthy while its backend is", async () => {
  const box = await sandbox();
  const [address, backend] = [await freeAddress(), await freeAddress()];
  await box.serve("ttsd", { env: { TTSD_ADDR: address, TTS_BACKEND_URL: `http://${backend}` } });
  const health = async () => (await fetch(`http://${address}/health`)).status;
  expect(await health()).toBe(503);
  const [host = "", port = ""] = backend.split(":");
  await box.serve("dufs", { words: ["--port", port, "--bind", host, box.folder] });
  expect(await health()).toBe(200);
});
