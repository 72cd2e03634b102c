import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createServer as createTcpServer } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { freePort } from "../../ci/cluster/free-port.ts";
import { recorded, type Sandbox, sandbox } from "./sandbox.ts";

const words = ["run", "/app/packages/gui-auth-gateway/dist/server.js"];

function variables({ folder }: Sandbox, port = 0): Readonly<Record<string, string>> {
  return {
    PORT: String(port),
    BETTER_AUTH_URL: "https://gui.example.com",
    BETTER_AUTH_SECRET: "secret",
    GUI_AUTH_SQLITE_PATH: join(folder, "auth.sqlite"),
    GUI_AUTH_DIST_DIR: join(folder, "dist"),
  };
}

async function gateway(env: Readonly<Record<string, string>> = {}) {
  const box = await sandbox();
  const port = await freePort();
  const running = await box.serve("bun", { words, env: { ...variables(box, port), ...env } });
  const ask = (path: string, request: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, { redirect: "manual", ...request });
  return { ...running, ...box, ask, status: async (path: string) => (await ask(path)).status };
}

describe("the gateway refuses", () => {
  test.each([
    ["no address", { BETTER_AUTH_URL: "" }, /^BETTER_AUTH_URL env required$/],
    ["no secret", { BETTER_AUTH_SECRET: "" }, /^BETTER_AUTH_SECRET env required$/],
    ["a file that cannot be written", { GUI_AUTH_SQLITE_PATH: "/nowhere/auth" }, /database migration failed/],
    ["a database that is not there", { FOXCTL_POSTGRES_DSN: "postgres://u:hidden@127.0.0.1:1/f" }, /refused/],
  ])("%s", async (_, env, message) => {
    const box = await sandbox();
    const ended = await box.run("bun", { words, env: { ...variables(box), ...env } });
    expect(ended).toMatchObject({ code: 1, message: expect.stringMatching(message) });
    expect(JSON.stringify(ended.records)).not.toContain("hidden");
  });
});

test("it starts with a database that accepts connections", async () => {
  const server = createTcpServer((socket) => socket.end());
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  await gateway({ FOXCTL_POSTGRES_DSN: `postgres://u:p@127.0.0.1:${port}/f` });
});

test("it is ready once its pages are there", async () => {
  const { status, folder } = await gateway();
  expect([await status("/healthz"), await status("/readyz")]).toEqual([200, 503]);
  await mkdir(join(folder, "dist"));
  await writeFile(join(folder, "dist/index.html"), "");
  expect(await status("/readyz")).toBe(200);
});

test.each([
  ["/login", 200],
  ["/", 302],
  ["/assets/app.js", 302],
  ["/api/agents", 401],
  ["/ws/console/1", 401],
  ["/api/auth/nothing", 404],
])("without a session GET %s is %i", async (path, want) => {
  expect(await (await gateway()).status(path)).toBe(want);
});

test("who follows the link reaches the web pod under the e-mail address, whatever the headers say", async () => {
  const upstream = createServer(({ headers }, answer) => answer.end(JSON.stringify(headers)));
  await new Promise<void>((resolve) => upstream.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void upstream.close());
  const address = upstream.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const running = await gateway({ GUI_AUTH_UPSTREAM_URL: `http://127.0.0.1:${port}` });
  const body = JSON.stringify({ email: "a@example.com" });
  expect((await running.ask("/api/auth/sign-in/magic-link", { method: "POST", body })).status).toBe(200);
  const { path } = await recorded(running, ({ event }) => event === "magic link");
  const cookie = (await running.ask(String(path))).headers.get("set-cookie")?.split(";")[0] ?? "";
  const headers = { cookie, "x-betterauth-email": "b@example.com", "x-tailscale-user": "root" };
  const seen = JSON.parse(await (await running.ask("/api/agents", { headers })).text());
  expect(seen).toMatchObject({ "x-betterauth-email": "a@example.com" });
  expect(seen).not.toHaveProperty("x-tailscale-user");
});

const smtp = { GUI_AUTH_SMTP_HOST: "smtp.example.com", GUI_AUTH_SMTP_FROM: "gui@example.com" };
test.each([
  ["no mail server", {}, 200],
  ["no mail server, and no links in the log", { GUI_AUTH_MAGIC_LINK_LOG_ONLY: "false" }, 500],
  ["a mail server", smtp, 200],
  ["other people allowed", { GUI_AUTH_ALLOWED_EMAILS: "b@example.com,c@example.com" }, 403],
])("asking for a link with %s: %o gives %i", async (_, env, want) => {
  const { ask } = await gateway(env);
  const body = JSON.stringify({ email: "a@example.com" });
  expect((await ask("/api/auth/sign-in/magic-link", { method: "POST", body })).status).toBe(want);
});
