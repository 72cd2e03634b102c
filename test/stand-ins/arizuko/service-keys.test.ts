import { describe, expect, test } from "vitest";
import { exchange, instance, keyOf } from "./instance.ts";

describe("with a key for each daemon", () => {
  test.each([
    ["webd", keyOf("webd"), 200],
    ["teled", keyOf("teled"), 200],
    ["authd", keyOf("authd"), 200],
    ["webd", keyOf("routd"), 401],
    ["webd", "another", 401],
    ["telegram", keyOf("teled"), 401],
    ["", keyOf("teled"), 400],
  ])("%j gets for %s: %i", async (daemon, key, want) => {
    const pod = await instance();
    await pod.daemon("authd");
    expect((await exchange(pod, daemon, key)).status).toBe(want);
  });
});

test.each([
  ["one key shared by all, and no list", "", "webd", "shared", 401],
  ["one key shared by all, and no list", "", "authd", "shared", 200],
  ["a key of two: the last has it", "service:webd=shared,service:routd=shared", "routd", "shared", 200],
  ["a key of two: the last has it", "service:webd=shared,service:routd=shared", "webd", "shared", 401],
  ["an entry without a key", "service:webd=,service:routd=shared", "webd", "", 401],
])("%s", async (_, list, daemon, key, want) => {
  const pod = await instance();
  const single: Readonly<Record<string, string>> = list === "" ? { AUTHD_SERVICE_KEY: "shared" } : {};
  await pod.daemon("authd", { AUTHD_SERVICE_KEYS: list, ...single });
  expect((await exchange(pod, daemon, key)).status).toBe(want);
});

test.each([
  ["webd", ["messages:write"]],
  ["routd", ["runs:run", "identity:read", "invites:write", "gates:write"]],
  ["proxyd", null],
])("a token of %s may %j", async (daemon, scope) => {
  const pod = await instance();
  await pod.daemon("authd");
  expect((await exchange(pod, daemon)).scope).toEqual(scope);
});

test("tokens outlive a restart of authd, whose key is in its database", async () => {
  const pod = await instance();
  const first = await pod.daemon("authd");
  await pod.daemon("routd");
  const { token } = await exchange(pod, "webd");
  first.signal("SIGTERM");
  expect((await first.ended).code).toBe(0);
  await pod.daemon("authd");
  const answer = await fetch(`${pod.urls.routd}/v1/channels`, { headers: { authorization: `Bearer ${token}` } });
  expect(answer.status).toBe(200);
});

describe("login", () => {
  const github = { GITHUB_CLIENT_ID: "id", GITHUB_CLIENT_SECRET: "s" };
  test.each([
    ["no AUTH_BASE_URL", github, "/auth/login", 404],
    ["all", { ...github, AUTH_BASE_URL: "https://demo.example.com" }, "/auth/login", 200],
    ["all", { ...github, AUTH_BASE_URL: "https://demo.example.com" }, "/auth/github", 302],
    ["no client", { AUTH_BASE_URL: "https://demo.example.com" }, "/auth/github", 404],
    ["a bad name", { AUTH_BASE_URL: "https://demo.example.com", ASSISTANT_NAME: "My Bot" }, "/auth/login", 404],
  ])("with %s: GET %s%s is %i", async (_, env, path, want) => {
    const pod = await instance();
    await pod.daemon("authd", env);
    const answer = await fetch(`${pod.urls.authd}${path}`, { redirect: "manual" });
    expect(answer.status).toBe(want);
    if (want === 302)
      expect(new URL(answer.headers.get("location") ?? "").searchParams.get("redirect_uri")).toBe(
        "https://demo.example.com/auth/github/callback",
      );
  });
});
