import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Instance, instance } from "./instance.ts";

const route = (path: string, backend: string, auth: string) => ({ path, backend, auth });

/** What compose gives proxyd, as far as daemons of these tests go. */
const routes = ({ urls }: Instance): string =>
  JSON.stringify([
    route("/dash/onbod/", urls.onbod, "user"),
    route("/dash/", urls.dashd, "user"),
    ...["/chat/", "/hook/", "/slink/"].map((path) => route(path, urls.webd, "public")),
    ...["/me/", "/panel/"].map((path) => route(path, urls.webd, "user")),
    ...["/onboard", "/invite/"].map((path) => route(path, urls.onbod, "public")),
  ]);

async function whole(change: Readonly<Record<string, string>> = {}): Promise<Instance> {
  const pod = await instance();
  for (const daemon of ["authd", "routd", "onbod", "dashd", "webd"] as const) await pod.daemon(daemon);
  await pod.daemon("proxyd", { PROXYD_ROUTES_JSON: routes(pod), ...change });
  return pod;
}

async function ask(pod: Instance, path: string, request: RequestInit = {}): Promise<readonly [number, string]> {
  const answer = await fetch(`${pod.urls.proxyd}${path}`, { redirect: "manual", ...request });
  return [answer.status, answer.headers.get("location") ?? ""];
}

async function printed(command: ReturnType<Instance["command"]>): Promise<string> {
  const { code, message, stdout } = await command;
  if (code !== 0) throw new Error(message);
  return /^token: +(.+)$/m.exec(stdout)?.[1] ?? stdout;
}

test("what nobody has to sign in for", async () => {
  const pod = await whole();
  const chat = await printed(pod.command("token", "demo", "issue", "chat", "main"));
  const hook = await printed(pod.command("token", "demo", "issue", "webhook", "main", "test"));
  const asked: readonly (readonly [string, readonly [number, string], RequestInit?])[] = [
    ["/health", [200, ""]],
    ["/openapi.json", [200, ""]],
    ["/", [302, "/pub/"]],
    ["/nothing", [302, "/pub/nothing"]],
    ["/pub/", [502, ""]],
    ["/priv/", [303, "/auth/login"]],
    ["/dash/", [303, "/auth/login"]],
    ["/me/", [303, "/auth/login"]],
    ["/dav/", [404, ""]],
    ["/auth/login", [404, ""]],
    ["/onboard", [303, "/auth/login"]],
    ["/invite/x", [303, "/auth/login"]],
    ["/slink/x", [301, "/chat/x"]],
    ["/hook/x", [405, ""]],
    ["/hook/x", [404, ""], { method: "POST" }],
    [`/hook/${hook}`, [204, ""], { method: "POST", body: "hello" }],
    [`/chat/${chat}/`, [200, ""]],
    ["/chat/x/", [404, ""], { headers: { "x-chat-token": "x" } }],
    ["/v1/proxyd_routes", [401, ""]],
    ["/v1/proxyd_routes", [401, ""], { headers: { "x-user-sub": "role:operator" } }],
    ["/metrics", [302, "/pub/metrics"]],
  ];
  for (const [path, want, request] of asked) expect([path, await ask(pod, path, request)]).toEqual([path, want]);
  expect((await pod.database())["messages"]).toEqual([
    expect.objectContaining({ chat_jid: "hook:main", content: "hello", folder: "main" }),
  ]);
});

test("an operator gets through to the daemons, and forged headers do not", async () => {
  const pod = await whole();
  await printed(pod.command("group", "demo", "grant", "github:op", "**"));
  const issue = ["token", "demo", "issue", "bearer", "main", "--scope", "messages:read", "--sub", "github:op"];
  const headers = { authorization: `Bearer ${await printed(pod.command(...issue))}` };
  const through = async (path: string) => (await ask(pod, path, { headers }))[0];
  for (const path of ["/dash/", "/dash/services/", "/dash/onbod/", "/me/"]) {
    expect([path, await through(path)]).toEqual([path, 200]);
  }
  expect(await through("/panel/")).toBe(404);

  const forged = { headers: { "x-user-sub": "github:op", "x-user-groups": '["**"]' }, redirect: "manual" } as const;
  expect((await fetch(`${pod.urls.dashd}/dash/`, forged)).status).toBe(303);
  expect((await fetch(`${pod.urls.webd}/me/`, forged)).status).toBe(303);
  expect((await fetch(`${pod.urls.onbod}/dash/onbod/`, forged)).status).toBe(403);
});

test("without AUTH_SECRET whatever needs a sign-in is not found", async () => {
  const pod = await whole({ AUTH_SECRET: "" });
  expect([await ask(pod, "/dash/"), await ask(pod, "/priv/")]).toEqual([
    [404, ""],
    [404, ""],
  ]);
});

test("without AUTHD_URL it believes who says to be an operator", async () => {
  const pod = await instance();
  await pod.daemon("proxyd", { AUTHD_URL: "" });
  const headers = { "x-user-sub": "role:operator" };
  const body = JSON.stringify(route("/x/", "http://127.0.0.1:1", "public"));
  expect((await ask(pod, "/v1/proxyd_routes"))[0]).toBe(401);
  expect((await ask(pod, "/v1/proxyd_routes", { headers }))[0]).toBe(200);
  expect((await ask(pod, "/v1/proxyd_routes", { headers, method: "POST", body }))[0]).toBe(201);
  expect((await ask(pod, "/x/"))[0]).toBe(502);
  expect((await ask(pod, "/v1/proxyd_routes/x/", { headers, method: "DELETE" }))[0]).toBe(204);
  expect(await ask(pod, "/x/")).toEqual([302, "/pub/x/"]);
});

test("dashd is open without AUTHD_URL", async () => {
  const pod = await instance();
  await pod.daemon("dashd", { AUTHD_URL: "" });
  expect((await fetch(`${pod.urls.dashd}/dash/`)).status).toBe(200);
});

test("metrics are public where they are on", async () => {
  expect((await ask(await whole({ METRICS_ENABLED: "true" }), "/metrics"))[0]).toBe(200);
});

test("webhooks and chats of all who have not signed in share a limit, which no header evades", async () => {
  const pod = await whole({ CHAT_ANON_DOS_RPM: "3" });
  const asked = ["/chat/x/", "/hook/x", "/chat/y/", "/hook/x"].map((path, index) => ({
    path,
    from: `10.0.0.${index}`,
  }));
  const statuses: number[] = [];
  for (const { path, from } of asked) {
    statuses.push((await ask(pod, path, { headers: { "x-forwarded-for": from } }))[0]);
  }
  expect(statuses).toEqual([404, 405, 404, 429]);
});

describe("the table of routes", () => {
  const seed = async (pod: Instance, list: readonly unknown[]) =>
    pod.run("proxyd", { env: pod.variables("proxyd", { PROXYD_ROUTES_JSON: JSON.stringify(list) }) });

  test.each([
    ["a path without a slash", route("x", "http://b", "user"), /must start with/],
    ["no backend", route("/x", "", "user"), /backend or redirect_to is required/],
    ["an unknown auth", route("/x", "http://b", "admin"), /not in \{public,user,operator\}/],
    ["a path that is there already", route("/first", "http://b", "user"), /duplicate path/],
  ])("with %s is refused, and nothing stored", async (_, added, message) => {
    const pod = await instance();
    const { code, message: said } = await seed(pod, [route("/first", "http://b", "user"), added]);
    expect([code, said]).toEqual([1, expect.stringMatching(message)]);
    expect((await pod.database())["proxydRoutes"]).toBeNull();
  });

  test("with a bad backend is refused, but stored: the next start runs on it", async () => {
    const pod = await instance();
    expect(await seed(pod, [route("/x", "http://a b:1", "user")])).toMatchObject({ code: 1 });
    expect((await pod.database())["proxydRoutes"]).toEqual([route("/x", "http://a b:1", "user")]);
    await pod.daemon("proxyd", { PROXYD_ROUTES_JSON: JSON.stringify([route("/x", "http://b", "user")]) });
  });

  test("is searched for the longest path that fits", async () => {
    const pod = await instance();
    const inside = { path: "/a/b/", redirect_to: "/inside", auth: "public" };
    const table = [route("/a/", "http://127.0.0.1:1", "public"), inside, route("/a", "http://127.0.0.1:1", "user")];
    await pod.daemon("proxyd", { PROXYD_ROUTES_JSON: JSON.stringify(table) });
    expect([await ask(pod, "/a/x"), await ask(pod, "/a/b/x"), await ask(pod, "/a")]).toEqual([
      [502, ""],
      [302, "/inside"],
      [303, "/auth/login"],
    ]);
  });

  test("takes a backend without a scheme", async () => {
    const pod = await instance();
    await pod.daemon("proxyd", { PROXYD_ROUTES_JSON: JSON.stringify([route("/x", "x y", "user")]) });
  });

  test("is seeded when empty, and changed by packages without a restart", async () => {
    const pod = await instance();
    const first = JSON.stringify([route("/a/", "http://127.0.0.1:1", "public")]);
    const proxyd = await pod.daemon("proxyd", { PROXYD_ROUTES_JSON: first });
    const folder = join(pod.folder, "chart-routes");
    await mkdir(folder);
    await writeFile(join(folder, "all-routes.json"), JSON.stringify([route("/b", "http://127.0.0.1:1", "public")]));

    expect((await pod.command("packages", "demo", "remove", "chart-routes")).code).toBe(1);
    expect(await ask(pod, "/b")).toEqual([302, "/pub/b"]);
    for (const _ of [1, 2]) expect((await pod.command("packages", "demo", "install", folder)).code).toBe(0);
    expect([await ask(pod, "/a/x"), await ask(pod, "/b"), await ask(pod, "/b/x")]).toEqual([
      [502, ""],
      [502, ""],
      [302, "/pub/b/x"],
    ]);
    expect((await pod.command("packages", "demo", "remove", "chart-routes")).code).toBe(0);
    expect(await ask(pod, "/b")).toEqual([302, "/pub/b"]);

    proxyd.signal("SIGTERM");
    await proxyd.ended;
    await pod.daemon("proxyd", { PROXYD_ROUTES_JSON: JSON.stringify([route("/c", "http://127.0.0.1:1", "public")]) });
    expect([await ask(pod, "/a/"), await ask(pod, "/c")]).toEqual([
      [502, ""],
      [302, "/pub/c"],
    ]);
  });
});
