import { mkdir, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { exchange, type Instance, instance } from "./instance.ts";

/** routd and authd, which every channel needs. */
async function routed(): Promise<Instance> {
  const pod = await instance();
  await pod.daemon("authd");
  await pod.daemon("routd");
  return pod;
}

async function channels(pod: Instance): Promise<unknown> {
  const { token } = await exchange(pod, "webd");
  const answer = await fetch(`${pod.urls.routd}/v1/channels`, { headers: { authorization: `Bearer ${token}` } });
  const { channels: list } = JSON.parse(await answer.text());
  return list;
}

test("the list of channels needs a service token, unless AUTHD_URL is unset", async () => {
  const pod = await routed();
  expect((await fetch(`${pod.urls.routd}/v1/channels`)).status).toBe(401);
  const open = await instance();
  await open.daemon("routd", { AUTHD_URL: "" });
  expect((await fetch(`${open.urls.routd}/v1/channels`)).status).toBe(200);
});

test("webd registers once, and says farewell", async () => {
  const pod = await routed();
  const webd = await pod.daemon("webd");
  expect(await channels(pod)).toEqual([expect.objectContaining({ name: "web", url: pod.urls.webd })]);
  webd.signal("SIGTERM");
  expect((await webd.ended).code).toBe(0);
  expect(await channels(pod)).toEqual([]);
});

test("a restarted routd has forgotten webd, which does not come back by itself", async () => {
  const pod = await instance();
  await pod.daemon("authd");
  const routd = await pod.daemon("routd");
  const webd = await pod.daemon("webd");
  routd.signal("SIGTERM");
  await routd.ended;
  await pod.daemon("routd");
  expect(await channels(pod)).toEqual([]);
  expect((await fetch(`${pod.urls.webd}/health`)).status).toBe(200);
  webd.signal("SIGTERM");
  await webd.ended;
  await pod.daemon("webd");
  expect(await channels(pod)).toEqual([expect.objectContaining({ name: "web" })]);
});

test.each([
  ["another's key", { AUTHD_SERVICE_KEY: "key-of-routd" }],
  ["no key", { AUTHD_SERVICE_KEY: "" }],
])("webd ends with %s", async (_, env) => {
  const pod = await routed();
  expect(await pod.run("webd", { env: pod.variables("webd", env) })).toMatchObject({
    code: 1,
    message: expect.stringContaining("router registration failed"),
  });
});

describe("an adapter", () => {
  test("registers under the platform's name with the daemon's key, and keeps where it was", async () => {
    const pod = await routed();
    const state = join(pod.folder, "teled");
    await mkdir(state);
    for (const starts of [1, 2]) {
      const teled = await pod.daemon("teled", { DATA_DIR: state });
      expect(await channels(pod)).toEqual([expect.objectContaining({ name: "telegram", url: pod.urls.teled })]);
      expect(JSON.parse(await readFile(join(state, "teled-offset-telegram"), "utf8"))).toEqual({ starts });
      teled.signal("SIGTERM");
      expect((await teled.ended).code).toBe(0);
    }
  });

  test("that goes by the platform's name is refused by authd", async () => {
    const pod = await routed();
    const { code, message } = await pod.run("teled", { env: pod.variables("teled", { AUTHD_SERVICE_NAME: "" }) });
    expect([code, message]).toEqual([1, expect.stringContaining("service token of telegram: authd answered 401")]);
  });

  test("whose folder is missing ends, if it is teled, and else makes it", async () => {
    const pod = await routed();
    const missing = join(pod.folder, "missing");
    const teled = await pod.run("teled", { env: pod.variables("teled", { DATA_DIR: missing }) });
    expect(teled).toMatchObject({ code: 1, message: expect.stringContaining("no such file or directory") });
    const reddit = {
      ...pod.variables("teled", { DATA_DIR: missing, AUTHD_SERVICE_NAME: "teled" }),
      ...{ REDDIT_CLIENT_ID: "i", REDDIT_CLIENT_SECRET: "s", REDDIT_USERNAME: "u", REDDIT_PASSWORD: "p" },
    };
    await pod.serve("reditd", { env: reddit });
    await rm(missing, { recursive: true });
  });

  test("that the platform refuses ends, and stays registered", async () => {
    const pod = await routed();
    const env = pod.variables("teled", { TELEGRAM_BOT_TOKEN: "1:refused", DATA_DIR: pod.folder });
    expect(await pod.run("teled", { env })).toMatchObject({
      code: 1,
      message: "adapter start failed: the platform does not accept TELEGRAM_BOT_TOKEN",
    });
    expect(await channels(pod)).toEqual([expect.objectContaining({ name: "telegram" })]);
  });

  test("with a platform's address goes there", async () => {
    const pod = await routed();
    const server = createServer((socket) => socket.end());
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const address = server.address();
    const port = typeof address === "object" ? address?.port : undefined;
    const env = pod.variables("teled", { MASTODON_ACCESS_TOKEN: "t", MASTODON_INSTANCE_URL: "http://127.0.0.1:1" });
    expect(await pod.run("mastd", { env })).toMatchObject({ code: 1, message: expect.stringContaining("refused") });
    await pod.serve("mastd", { env: { ...env, MASTODON_INSTANCE_URL: `http://127.0.0.1:${port}` } });
  });
});

describe("a name", () => {
  const register = async (pod: Instance, daemon: string, url: string): Promise<number> => {
    const { token } = await exchange(pod, daemon);
    const answer = await fetch(`${pod.urls.routd}/v1/channels/register`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify({ name: "web", url, jid_prefixes: ["web:"] }),
    });
    return answer.status;
  };

  test("belongs to who took it", async () => {
    const pod = await routed();
    expect(await register(pod, "webd", "http://127.0.0.1:1")).toBe(200);
    expect(await register(pod, "webd", "http://127.0.0.1:2")).toBe(200);
    expect(await register(pod, "teled", "http://127.0.0.1:1")).toBe(409);
  });

  test.each([
    ["http://127.0.0.1:1", 200],
    ["http://10.1.2.3:1", 200],
    ["http://100.64.1.2:1", 400],
    ["http://8.8.8.8:1", 400],
    ["ftp://127.0.0.1", 400],
  ])("at %s: %i", async (url, want) => {
    expect(await register(await routed(), "webd", url)).toBe(want);
  });
});

test("whapd goes on without routd, and is healthy once a phone is paired", async () => {
  const pod = await instance();
  const env = { ...pod.variables("teled"), WHATSAPP_AUTH_DIR: join(pod.folder, "whatsapp") };
  const whapd = await pod.serve("node", { words: ["dist/main.js"], env });
  const health = async () => (await fetch(`${pod.urls.teled}/health`)).status;
  expect(await health()).toBe(503);
  const paired = await pod.run("node", { words: ["dist/main.js", "--pair", "123"], env });
  expect(paired).toMatchObject({ code: 0, stdout: expect.stringContaining("pairing code") });
  expect(await health()).toBe(200);
  whapd.signal("SIGTERM");
  expect((await whapd.ended).code).toBe(0);
});
