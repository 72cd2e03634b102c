import { writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { sandbox } from "../sandbox.ts";
import { type Daemon, type Instance, instance } from "./instance.ts";

type Variables = Readonly<Record<string, string>>;

const unset = (...names: readonly string[]): Variables => Object.fromEntries(names.map((name) => [name, ""]));

const refusals: readonly (readonly [Daemon, string, Variables, RegExp])[] = [
  ["authd", "no DATA_DIR", unset("DATA_DIR"), /^DATABASE or DATA_DIR env required$/],
  ["routd", "no DATA_DIR", unset("DATA_DIR"), /^DATA_DIR env required$/],
  ["dashd", "no DATA_DIR", unset("DATA_DIR"), /^DB_PATH or DATA_DIR env required$/],
  ["runed", "no DATA_DIR", unset("DATA_DIR"), /never creates its own database/],
  ["proxyd", "no DATA_DIR", unset("DATA_DIR"), /unable to open database file: out of memory \(14\)/],
  ["webd", "no DATA_DIR", unset("DATA_DIR"), /unable to open database file: out of memory \(14\)/],
  ["authd", "no database", { DATA_DIR: "/nowhere" }, /never creates its own database/],
  ["routd", "no database", { DATA_DIR: "/nowhere" }, /never creates its own database/],
  ["runed", "no database", { DATA_DIR: "/nowhere" }, /never creates its own database/],
  ["onbod", "no database", { ONBOD_DB_PATH: "/nowhere" }, /never creates its own database/],
  ["onbod", "no routd.db", { ROUTD_DB_PATH: "/nowhere" }, /unable to open database file/],
  ["onbod", "no ONBOD_DB_PATH", unset("ONBOD_DB_PATH"), /^ONBOD_DB_PATH env required$/],
  ["onbod", "no ROUTD_DB_PATH", unset("ROUTD_DB_PATH"), /^ROUTD_DB_PATH env required$/],
  ["onbod", "no AUTHD_URL", unset("AUTHD_URL"), /^AUTHD_URL env required$/],
  ["onbod", "no AUTHD_SERVICE_KEY", unset("AUTHD_SERVICE_KEY"), /^AUTHD_SERVICE_KEY env required$/],
  ["proxyd", "ASSISTANT_NAME", { ASSISTANT_NAME: "My Bot" }, /ASSISTANT_NAME "My Bot"/],
  ["webd", "ASSISTANT_NAME", { ASSISTANT_NAME: "My Bot" }, /ASSISTANT_NAME "My Bot"/],
  ["onbod", "ASSISTANT_NAME", { ASSISTANT_NAME: "My Bot" }, /ASSISTANT_NAME "My Bot"/],
  ["runed", "ASSISTANT_NAME", { ASSISTANT_NAME: "My Bot" }, /ASSISTANT_NAME "My Bot"/],
  ["proxyd", "a host to listen on", { PROXYD_LISTEN: "127.0.0.1:8087" }, /too many colons/],
  ["dashd", "a host to listen on", { DASH_PORT: "127.0.0.1:8085" }, /too many colons/],
  ["dashd", "messages.db", { DB_PATH: "/srv/messages.db" }, /messages\.db/],
  ["proxyd", "broken routes", { PROXYD_ROUTES_JSON: "[{" }, /PROXYD_ROUTES_JSON parse failed/],
  ["runed", "no docker", {}, /container runtime check failed/],
  ["webd", "no authd", {}, /router registration failed: service token of webd/],
  ["teled", "no token", unset("TELEGRAM_BOT_TOKEN"), /^TELEGRAM_BOT_TOKEN env required$/],
  ["teled", "a token of another form", { TELEGRAM_BOT_TOKEN: "ABC" }, /^TELEGRAM_BOT_TOKEN does not look like one/],
  ["teled", "no ROUTER_URL", unset("ROUTER_URL"), /^ROUTER_URL env required$/],
  ["teled", "no AUTHD_URL", unset("AUTHD_URL"), /^AUTHD_URL env required$/],
  ["teled", "no authd", {}, /router registration failed: service token of teled/],
];

describe("a daemon ends with 1 for", () => {
  test.each(refusals)("%s: %s", async (daemon, _, change, message) => {
    const { run, variables } = await instance();
    expect(await run(daemon, { env: variables(daemon, change) })).toMatchObject({
      code: 1,
      message: expect.stringMatching(message),
    });
  });

  test("timed: no ROUTER_URL", async () => {
    const { run } = await sandbox();
    expect(await run("timed")).toMatchObject({ code: 1, message: "ROUTER_URL env required" });
  });

  test("routd: connectors that are no TOML", async () => {
    const { run, data, variables } = await instance();
    await writeFile(join(data, "connectors.toml"), "[mcp\nnonsense\n");
    expect(await run("routd", { env: variables("routd") })).toMatchObject({
      code: 1,
      message: expect.stringMatching(/connectors\.toml/),
    });
  });
});

test.each([
  ["discd", {}, "DISCORD_BOT_TOKEN or DISCORD_USER_TOKEN env required"],
  ["emaid", { EMAIL_IMAP_HOST: "i" }, "EMAIL_SMTP_HOST env required"],
  ["mastd", { MASTODON_INSTANCE_URL: "http://m" }, "MASTODON_ACCESS_TOKEN env required"],
  ["bskyd", {}, "BLUESKY_IDENTIFIER env required"],
  ["reditd", { REDDIT_CLIENT_ID: "i" }, "REDDIT_CLIENT_SECRET env required"],
  ["linkd", {}, "LINKEDIN_CLIENT_ID env required"],
  ["slakd", { SLACK_BOT_TOKEN: "xoxb-1" }, "SLACK_SIGNING_SECRET env required"],
])("%s needs its platform's credentials", async (adapter, env, message) => {
  const { run } = await sandbox();
  expect(await run(adapter, { env })).toMatchObject({ code: 1, message });
});

async function take(address: string): Promise<void> {
  const [host, port] = address.replace("http://", "").split(":");
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(Number(port), host, resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
}

test.each(["authd", "routd", "dashd", "proxyd"] as const)("%s ends where its port is taken", async (daemon) => {
  const { run, urls, variables } = await instance();
  // dashd and proxyd take the port on every address.
  await take(urls[daemon]);
  expect(await run(daemon, { env: variables(daemon) })).toMatchObject({
    code: 1,
    message: expect.stringMatching(/address already in use/),
  });
});

test("onbod goes on without its server where its port is taken", async () => {
  const { start, urls, variables } = await instance();
  await take(urls.onbod);
  const onbod = await start("onbod", { env: variables("onbod") });
  await expect.poll(() => onbod.records.map(({ event }) => event)).toContain("error");
  onbod.signal("SIGTERM");
  expect((await onbod.ended).code).toBe(0);
});

test.each([
  ["0", 0],
  ["false", undefined],
])("onbod with ONBOARDING_ENABLED=%s: code %s", async (value, code) => {
  const made: Instance = await instance();
  const env = made.variables("onbod", { ONBOARDING_ENABLED: value });
  if (code === undefined) await made.serve("onbod", { env });
  else expect((await made.run("onbod", { env })).code).toBe(code);
});

test("a .env in the working directory is read, but not over what is set", async () => {
  const made = await instance();
  await writeFile(join(made.folder, ".env"), "ASSISTANT_NAME=My Bot\n");
  expect((await made.run("proxyd", { env: { DATA_DIR: made.data } })).code).toBe(1);
  await made.serve("proxyd", { env: made.variables("proxyd") });
});
