import { beforeAll, describe, expect, test } from "vitest";
import { helm, type Release } from "../cluster/helm.ts";
import { channels, exchange, killed } from "./daemons.ts";
import {
  containers,
  eventually,
  inContainer,
  inNamespace,
  installed,
  newRelease,
  rolledBack,
  upgraded,
} from "./release.ts";

/** The daemons of the defaults and where each answers. */
const daemons = { authd: 8081, routd: 8083, onbod: 8084, dashd: 8085, webd: 8086, proxyd: 8087 } as const;
const names = Object.keys(daemons);

async function secretOf(release: Release): Promise<unknown> {
  const { data } = JSON.parse(await inNamespace(release, "get", "secret", "arizuko-secrets", "--output", "json"));
  return data;
}

/** The status of proxyd's first answer for a path. */
const statusOf = (release: Release, path: string) =>
  inContainer(
    release,
    "proxyd",
    `wget -S -O /dev/null http://127.0.0.1:8087${path} 2>&1 | sed -n 's|.*HTTP/[0-9.]* \\([0-9]*\\).*|\\1|p' | head -n 1`,
  );

describe("the defaults", () => {
  let release: Release;
  beforeAll(async () => {
    release = await newRelease("arizuko", "arizuko-defaults");
    await installed(release);
  });

  test("bring up every daemon at the first try", async () => {
    const statuses = await containers(release);
    for (const name of names) expect(statuses.get(name), name).toMatchObject({ ready: true, restartCount: 0 });
  });

  test("pass `helm test`", async () => {
    expect(await helm(release, "helm4", "test", "--logs")).toContain("GET /dash/: 303, expected 303");
  });

  test.each(Object.entries(daemons))("%s answers in the pod and signs in at authd", async (daemon, port) => {
    await inContainer(release, daemon, `wget -q -O - http://127.0.0.1:${port}/health`);
    expect(JSON.parse(await inContainer(release, daemon, exchange(daemon)))).toMatchObject({
      token: expect.any(String),
    });
  });

  test("nobody has a key of another daemon", async () => {
    await expect(inContainer(release, "webd", exchange("routd"))).rejects.toThrow(/401/);
  });

  test("no secret is on the volume", async () => {
    expect(await inContainer(release, "routd", 'cat "$DATA_DIR/.env"; ls -A "$DATA_DIR"')).not.toContain("AUTH_SECRET");
  });

  test.each(names)("%s is killed and comes back, alone, and web chats are there again", async (daemon) => {
    const before = await containers(release);
    await killed(release, daemon);
    await eventually("routd knows webd", async () =>
      /"name": ?"web"/.test(await inContainer(release, "routd", channels)),
    );
    const after = await containers(release);
    // webd makes itself known to routd as it starts only, so it follows routd.
    const others = names.filter((name) => name !== daemon && name !== "webd");
    for (const name of others)
      expect(after.get(name)?.restartCount, `${name} beside ${daemon}`).toBe(before.get(name)?.restartCount);
  });

  test("an upgrade and a rollback keep data and keys, and bring routes to what values say", async () => {
    await inContainer(release, "routd", `arizuko group demo grant github:someone '**'`);
    const keys = await secretOf(release);
    const grants = await inContainer(release, "routd", "arizuko group demo grants");
    const routes = ["--set-json", 'proxyd.routes={"/wiki/":{"backend":"http://127.0.0.1:8085","auth":"public"}}'];
    await upgraded(release, ...routes);
    expect(await statusOf(release, "/wiki/")).not.toBe("302");
    expect(await inContainer(release, "routd", "arizuko group demo grants")).toBe(grants);
    expect(await secretOf(release)).toEqual(keys);
    await rolledBack(release);
    expect(await statusOf(release, "/wiki/")).toBe("302");
    expect(await inContainer(release, "routd", "arizuko group demo grants")).toBe(grants);
    expect(grants).toContain("github:someone");
    expect(await secretOf(release)).toEqual(keys);
  });

  test("an uninstall leaves claim and Secret, and an install takes them up again", async () => {
    const keys = await secretOf(release);
    await helm(release, "helm4", "uninstall", "--wait");
    await installed(release);
    expect(await secretOf(release)).toEqual(keys);
    expect(await inContainer(release, "routd", "arizuko group demo grants")).toContain("github:someone");
  });

  test("data in the layout of an older version are refused, with what to do", async () => {
    await inContainer(release, "routd", 'echo old > "$DATA_DIR/store/routd.db"');
    await inNamespace(release, "delete", "pod", "--selector", "app.kubernetes.io/component=system");
    await eventually("init-data says why", async () =>
      (await inNamespace(release, "logs", "deployment/arizuko", "-c", "init-data")).includes(
        "layout of arizuko v0.63.0",
      ),
    );
  });
});

test("`helm test` fails where sign-in is broken", async () => {
  const release = await newRelease("arizuko", "arizuko-broken");
  const keys = ["SECRETS_KEY", "AUTH_SECRET", ...names.map((name) => `AUTHD_SERVICE_KEY_${name.toUpperCase()}`)];
  // Without a key for cookies proxyd answers 404 in place of a redirect to the login.
  const literals = keys.map((key) => `--from-literal=${key}=${key === "AUTH_SECRET" ? "" : key.toLowerCase()}`);
  await inNamespace(release, "create", "secret", "generic", "own", ...literals);
  await installed(release, "--set", "secrets.existingSecret=own");
  await expect(helm(release, "helm4", "test")).rejects.toThrow(/test/);
});

test("agents in an engine of the pod's own get the messages of a Telegram bot", async () => {
  const release = await newRelease("arizuko", "arizuko-telegram", "privileged");
  const credentials = ["--from-literal=TELEGRAM_BOT_TOKEN=1:token", "--from-literal=ANTHROPIC_API_KEY=sk-ant-1"];
  await inNamespace(release, "create", "secret", "generic", "arizuko-credentials", ...credentials);
  await installed(release, "--values", "values/arizuko-telegram.yaml");
  expect(await inContainer(release, "routd", channels)).toMatch(/"name": ?"telegram"/);
  expect(await inContainer(release, "routd", "arizuko route demo list")).not.toContain("#observe");
});

test("without agents, what people write on a platform is observed", async () => {
  const release = await newRelease("arizuko", "arizuko-observe");
  await inNamespace(
    release,
    "create",
    "secret",
    "generic",
    "arizuko-credentials",
    "--from-literal=TELEGRAM_BOT_TOKEN=1:token",
  );
  await installed(release, "--values", "values/arizuko-observe.yaml");
  expect(await inContainer(release, "routd", "arizuko route demo list")).toContain("main#observe");
  expect((await containers(release)).has("timed")).toBe(false);
});
