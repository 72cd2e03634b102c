import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { recorded, sandbox } from "../sandbox.ts";
import { exchange, type Instance, instance } from "./instance.ts";

const image = "arizuko-ant:131b069";

/** All that agents need, with the image's own files in place. */
async function agents(change: Readonly<Record<string, string>> = {}) {
  const pod = await instance();
  await pod.daemon("authd");
  await pod.link("docker");
  const host = `unix://${pod.folder}/docker.sock`;
  const words = ["dockerd", `--host=${host}`, "--group=0", `--data-root=${pod.folder}`];
  const engine = await pod.serve("dockerd-entrypoint.sh", { words });
  const env = { DOCKER_HOST: host, CONTAINER_IMAGE: image, APP_SRC_DIR: pod.bin, ...change };
  return { pod, engine, runed: await pod.daemon("runed", env) };
}

async function turn(pod: Instance, content: string, daemon = "routd"): Promise<number> {
  const { token } = await exchange(pod, daemon);
  const answer = await fetch(`${pod.urls.runed}/v1/runs`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ folder: "main", content }),
  });
  return answer.status;
}

test("a turn runs a container, whose directories the engine finds under the same paths", async () => {
  const { pod, engine } = await agents();
  await pod.daemon("routd");
  expect(await turn(pod, "hello")).toBe(200);
  const run = await recorded(engine, ({ event }) => event === "run");
  expect(run).toMatchObject({
    image,
    name: expect.stringMatching(/^arizuko-Ari-main-\d+$/),
    options: { "--shm-size": "1g", ARIZUKO_MODEL: expect.any(String) },
    mounts: Object.fromEntries(
      ["groups/main", "groups/main/share", "app-src"].map((folder) => [join(pod.data, folder), "there"]),
    ),
  });
  expect(await readdir(join(pod.data, "app-src"))).toContain("docker");
});

test("with another HOST_DATA_DIR the engine finds nothing", async () => {
  const { pod, engine } = await agents({ HOST_DATA_DIR: "/host/p" });
  await turn(pod, "hello");
  expect(await recorded(engine, ({ event }) => event === "run")).toMatchObject({
    mounts: { "/host/p/groups/main": "missing", "/host/p/app-src": "missing" },
  });
});

test.each([
  ["routd", "hello", 200],
  ["webd", "hello", 403],
  ["routd", "exit 125", 502],
])("%s asking for %j gets %i", async (daemon, content, want) => {
  const { pod } = await agents();
  expect(await turn(pod, content, daemon)).toBe(want);
});

test.each([
  ["4s", "run 300ms", 200, false],
  ["100ms", "run 3s", "cut off", true],
])("within %s of grace a turn of %j ends as %s", async (grace, content, want, isCutOff) => {
  const { pod, engine, runed } = await agents({ RUNED_SHUTDOWN_GRACE: grace });
  const asked = turn(pod, content).catch(() => "cut off");
  await recorded(engine, ({ event }) => event === "run");
  runed.signal("SIGTERM");
  expect(await asked).toBe(want);
  const { code, records } = await runed.ended;
  expect(code).toBe(0);
  expect(records.some(({ event }) => event === "cut off")).toBe(isCutOff);
});

describe("messages", () => {
  const send = async (pod: Instance, jid: string): Promise<void> => {
    const { token } = await exchange(pod, "teled");
    const body = JSON.stringify({ id: jid, chat_jid: jid, sender: "somebody", content: "hello" });
    const headers = { authorization: `Bearer ${token}` };
    expect((await fetch(`${pod.urls.routd}/v1/messages`, { method: "POST", headers, body })).status).toBe(200);
  };

  test("are answered by agents", async () => {
    const { pod, engine } = await agents();
    await pod.daemon("routd");
    await send(pod, "web:main/x");
    await recorded(engine, ({ event }) => event === "ran");
    await expect.poll(async () => (await pod.database())["messages"]).toMatchObject([{ answered: true }]);
  });

  test("of the web are tried again without end where there are no agents; observed ones are not", async () => {
    const pod = await instance();
    await pod.daemon("authd");
    const routd = await pod.daemon("routd");
    expect((await pod.command("route", "demo", "add", "platform=mastodon", "main#observe")).code).toBe(0);
    await send(pod, "mastodon:room");
    await send(pod, "web:main/x");
    const failures = () => routd.records.filter(({ event }) => event === "dispatch");
    await expect.poll(() => failures().length, { timeout: 10_000 }).toBe(2);
    expect(new Set(failures().map(({ id }) => id))).toEqual(new Set(["web:main/x"]));
    expect((await pod.database())["messages"]).toMatchObject([
      { chat_jid: "mastodon:room", is_observed: true },
      { chat_jid: "web:main/x", is_observed: false, answered: false },
    ]);
  });

  test("are observed by a route for all, which the list shows as a script can read it", async () => {
    const { command } = await instance();
    expect((await command("route", "demo", "list")).stdout).toBe("no routes");
    expect((await command("route", "demo", "add", "*", "main#observe", "--seq", "1000000")).code).toBe(0);
    const [, row] = (await command("route", "demo", "list")).stdout.split("\n");
    expect(row?.split(/ +/)).toEqual(["1", "1000000", "*", "main#observe"]);
    expect((await command("route", "demo", "rm", "1")).code).toBe(0);
    expect((await command("route", "demo", "list")).stdout).toBe("no routes");
  });

  test("go out through the channel that they are for", async () => {
    const pod = await instance();
    await pod.daemon("authd");
    await pod.daemon("routd");
    const webd = await pod.daemon("webd");
    const { token } = await exchange(pod, "webd");
    const out = async (jid: string) => {
      const request = { method: "POST", headers: { authorization: `Bearer ${token}` }, body: JSON.stringify({ jid }) };
      return (await fetch(`${pod.urls.routd}/v1/outbound`, request)).status;
    };
    expect([await out("web:main"), await out("slack:x")]).toEqual([200, 502]);
    expect(webd.records).toContainEqual(expect.objectContaining({ event: "received" }));
  });
});

test("docker finds the engine by its variable and by its flag", async () => {
  const { pod } = await agents();
  const host = `unix://${pod.folder}/docker.sock`;
  expect(await pod.run("docker", { words: ["info"], env: { DOCKER_HOST: host } })).toMatchObject({ code: 0 });
  expect(await pod.run("docker", { words: ["--host", host, "info"] })).toMatchObject({ code: 0 });
});

test("docker cannot do without its engine", async () => {
  const { run } = await sandbox();
  const env = { DOCKER_HOST: "unix:///nowhere" };
  expect((await run("docker", { words: ["info"], env })).code).toBe(1);
  expect((await run("docker", { words: ["run", "-i", image], env })).code).toBe(125);
});
