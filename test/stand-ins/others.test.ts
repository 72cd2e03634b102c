import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
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
  const look = async () => (await box.run("nc", { words: ["-z", "-w", "2", host, port] })).code;
  expect(await look()).toBe(1);
  await box.serve("dufs", { words: ["--port", port, "--bind", host, box.folder] });
  expect(await look()).toBe(0);
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
