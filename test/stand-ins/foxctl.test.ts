import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { freePort } from "../../ci/cluster/free-port.ts";
import { recorded, type Sandbox, sandbox } from "./sandbox.ts";

const documented = { STAND_IN_EDITION: "documented" };

/** A home as the chart makes one: the volume's own root. */
function home({ folder }: Sandbox) {
  return { HOME: folder, FOXCTL_STORAGE_ROOT: folder, TMPDIR: folder, FOXCTL_OBS_DIR: join(folder, "logs") };
}

describe("commands", () => {
  test.each([
    [[], 0, 0],
    [["web"], 0, 0],
    [["web", "serve", "--host=127.0.0.1"], 1, 1],
    [["web", "serve", "--port=http"], 1, 1],
    [["health"], 1, 0],
    [["health", "--ready"], 1, 0],
    [["drain"], 1, 0],
    [["worker", "embeddings", "--threads=5"], 1, 1],
    [["overseer", "rerank"], 0, 0],
    [["cas", "gc", "--max-age=168h", "--dry-run=false"], 1, 0],
    [["cas", "gc", "--older-than=168h"], 0, 1],
    [["sessions", "cleanup", "--older-than=720h", "--status=ok,error,canceled"], 1, 0],
  ])("foxctl %j ends with %i today and %i as documented", async (words, today, asDocumented) => {
    const box = await sandbox();
    expect(await box.run("foxctl", { words, env: home(box) })).toMatchObject({ code: today });
    expect(await box.run("foxctl", { words, env: { ...home(box), ...documented } })).toMatchObject({
      code: asDocumented,
    });
  });

  test("an unknown command is named", async () => {
    const box = await sandbox();
    expect((await box.run("foxctl", { words: ["health"] })).message).toBe('unknown command "health" for "foxctl"');
  });
});

describe("web serve refuses", () => {
  test.each([
    ["a storage root that is not there", { FOXCTL_STORAGE_ROOT: "/nowhere" }, /storage root \/nowhere is not writable/],
    ["an unset storage root and a home that is not writable", { FOXCTL_STORAGE_ROOT: "", HOME: "/proc" }, /\/proc\//],
    ["a connection string that is no URI", { FOXCTL_DB_DRIVER: "postgres", FOXCTL_POSTGRES_DSN: "host=db" }, /URI/],
    ["postgres without a connection string", { FOXCTL_DB_DRIVER: "postgres" }, /URI/],
    ["events in postgres", { FOXCTL_V2_EVENTS_DB_DRIVER: "postgres" }, /not supported/],
    ["S3 without a bucket", { FOXCTL_CAS_DRIVER: "s3" }, /FOXCTL_CAS_S3_BUCKET/],
    ["a key of another length", { FOXCTL_OAUTH_ENC_KEY: "c2hvcnQ=" }, /32 bytes/],
    ["a log that cannot be written", { FOXCTL_LOGGING_OUTPUT: "/nowhere/log" }, /open log/],
  ])("%s", async (_, env, message) => {
    const box = await sandbox();
    const words = ["web", "serve", `--port=${await freePort()}`];
    const { code, message: said } = await box.run("foxctl", { words, env: { ...home(box), ...env } });
    expect(code).toBe(1);
    expect(said).toMatch(message);
  });
});

/** A web pod, and how to ask it. */
async function web(box: Sandbox, words: readonly string[] = [], env: Readonly<Record<string, string>> = {}) {
  const port = await freePort();
  const running = await box.serve("foxctl", {
    words: ["web", "serve", `--port=${port}`, ...words],
    env: { ...home(box), ...env },
  });
  const ask = (path: string, request: RequestInit = {}) => fetch(`http://127.0.0.1:${port}${path}`, request);
  return { ...running, status: async (path: string, request?: RequestInit) => (await ask(path, request)).status };
}

describe("web serve", () => {
  test.each([
    ["GET", "/healthz", 200],
    ["POST", "/healthz", 405],
    ["GET", "/readyz", 200],
    ["GET", "/api/v1/agents", 410],
    ["GET", "/api/nothing", 404],
    ["GET", "/metrics", 200],
    ["POST", "/api/teams/messages", 503],
  ])("answers %s %s with %i", async (method, path, want) => {
    const pod = await web(await sandbox());
    expect(await pod.status(path, { method })).toBe(want);
  });

  test("is not ready once its storage root is gone", async () => {
    const box = await sandbox();
    const root = join(box.folder, "root");
    await mkdir(root);
    const pod = await web(box, [], { FOXCTL_STORAGE_ROOT: root });
    expect(await pod.status("/readyz")).toBe(200);
    await rm(root, { recursive: true });
    expect([await pod.status("/readyz"), await pod.status("/healthz")]).toEqual([503, 200]);
  });

  test("receives what Microsoft Teams sends only with the adapter and all that it needs", async () => {
    const teams = { TEAMS_TENANT_ID: "t", TEAMS_CLIENT_ID: "c" };
    const post = { method: "POST", headers: { authorization: "Bearer token" } };
    const lacking = await web(await sandbox(), ["--chat=teams"], teams);
    expect(await lacking.status("/api/teams/messages", post)).toBe(503);
    const complete = await web(await sandbox(), ["--chat=teams"], { ...teams, TEAMS_CLIENT_SECRET: "s" });
    expect(await complete.status("/api/teams/messages", post)).toBe(202);
    expect(await complete.status("/api/teams/messages", { method: "POST" })).toBe(401);
  });

  test("drains, as documented, and is ready again after a restart", async () => {
    const box = await sandbox();
    const pod = await web(box, [], documented);
    await box.run("foxctl", { words: ["drain"], env: { ...home(box), ...documented } });
    expect(await pod.status("/readyz")).toBe(503);
    const health = { words: ["health", "--ready"], env: { ...home(box), ...documented } };
    expect((await box.run("foxctl", health)).code).toBe(1);
    const again = await web(box, [], documented);
    expect(await again.status("/readyz")).toBe(200);
  });

  test("ends requests under way before it ends itself", async () => {
    const pod = await web(await sandbox());
    const slow = pod.status("/api/agents?delay=500ms");
    // What has not been read by then is under way for nobody but the one who asks.
    await recorded(pod, ({ event }) => event === "delay");
    pod.signal("SIGTERM");
    expect([await slow, (await pod.ended).code]).toEqual([200, 0]);
  });
});

test("a start is recorded with its words, variables and directories, and no secret", async () => {
  const box = await sandbox();
  const env = { ...home(box), FOXCTL_POSTGRES_DSN: "postgres://u:hidden@db/f", FOXCTL_DB_DRIVER: "postgres" };
  const { records } = await box.run("foxctl", { words: ["overseer", "run"], env });
  expect(records[0]).toMatchObject({
    event: "start",
    program: "foxctl",
    arguments: ["overseer", "run"],
    environment: { FOXCTL_DB_DRIVER: "postgres", FOXCTL_POSTGRES_DSN: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) },
  });
  expect(JSON.stringify(records)).not.toContain("hidden");
});

test("how often foxctl started on a storage root is kept there", async () => {
  const box = await sandbox();
  for (const starts of [1, 2]) {
    const pod = await web(box);
    expect(pod.records).toContainEqual(expect.objectContaining({ event: "storage", starts }));
    pod.signal("SIGTERM");
    await pod.ended;
  }
});

test("a file that is no database is left alone", async () => {
  const box = await sandbox();
  const file = join(box.folder, "v2_events.db");
  await writeFile(file, "not a database");
  const { message } = await box.run("foxctl", { words: ["web", "serve", "--port=0"], env: home(box) });
  expect(message).toMatch(/not a database/);
  expect(await readFile(file, "utf8")).toBe("not a database");
});
