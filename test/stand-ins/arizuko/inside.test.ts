import { execa } from "execa";
import { expect, test } from "vitest";
import { insideScript, ownKeyScript } from "../../../generator/charts/arizuko/guide/inside.ts";
import { type Instance, instance, keyOf } from "./instance.ts";

const portOf = (url: string) => Number(new URL(url).port);

/** The variables that the pod gives authd's container, in the form in which the chart writes them. */
const keys = (...daemons: readonly string[]) => ({
  AUTHD_SERVICE_KEY: keyOf("authd"),
  AUTHD_SERVICE_KEYS: daemons.map((daemon) => `service:${daemon}=${keyOf(daemon)},\n`).join(""),
});

/** Runs a script as `kubectl exec` does. */
async function exec(script: string, env: Readonly<Record<string, string>>, ...more: readonly string[]) {
  const { stdout } = await execa("sh", ["-c", script, ...more], { env });
  return stdout.split("\n");
}

async function inside(pod: Instance, ...daemons: readonly string[]): Promise<readonly string[]> {
  const { authd, routd, dashd } = pod.urls;
  const script = insideScript({ authd: portOf(authd), routd: portOf(routd), dashd: portOf(dashd) });
  return exec(script, keys(...daemons));
}

test("the command for the inside of the pod tells health, keys and channels", async () => {
  const pod = await instance();
  await pod.daemon("authd", keys("routd", "webd", "proxyd"));
  await pod.daemon("routd");
  await pod.daemon("webd");
  expect(await inside(pod, "routd", "webd", "proxyd", "teled")).toEqual([
    "daemon: answers",
    "authd: yes",
    "routd: yes",
    "dashd: no",
    "key of: accepted",
    "authd: yes",
    "routd: yes",
    "webd: yes",
    "proxyd: yes",
    "teled: no",
    "channel: is well",
    "web: yes",
  ]);
});

test("a channel that is not well is told from one that is", async () => {
  const pod = await instance();
  await pod.daemon("authd");
  await pod.daemon("routd");
  const webd = await pod.daemon("webd");
  webd.signal("SIGKILL");
  await webd.ended;
  expect((await inside(pod, "routd")).slice(-2)).toEqual(["channel: is well", "web: no"]);
});

test.each([
  ["webd", { AUTHD_SERVICE_KEY: keyOf("webd") }, "webd: accepted"],
  ["webd", { AUTHD_SERVICE_KEY: "old" }, "webd: REFUSED"],
  ["teled-support", { AUTHD_SERVICE_KEY: keyOf("teled"), AUTHD_SERVICE_NAME: "teled" }, "teled-support: accepted"],
  ["vited", {}, ""],
])("the key of the container %s with %j: %s", async (container, env, want) => {
  const pod = await instance();
  await pod.daemon("authd");
  const all: Readonly<Record<string, string>> = { ...env, AUTHD_URL: pod.urls.authd };
  expect(await exec(ownKeyScript, all, container)).toEqual([want]);
});
