import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Release } from "../cluster/helm.ts";
import { patiently } from "../patience.ts";
import { channels, killed } from "./daemons.ts";
import { containers, eventually, inContainer, inNamespace, installed, newRelease } from "./release.ts";

/** Channels that routd must know, with the container that speaks for each. */
const adapters = {
  telegram: "teled",
  "telegram-support": "teled-support",
  slack: "slakd",
  discord: "discd",
  mastodon: "mastd",
  bluesky: "bskyd",
  linkedin: "linkd",
  reddit: "reditd",
  email: "emaid",
  whatsapp: "whapd",
  twitter: "twitd",
} as const;

/** Those that no other needs to go on. The daemons of the defaults are killed one by one in arizuko.test.ts. */
const leaves = [...Object.values(adapters), "vited", "davd", "ttsd", "speech"];

describe("every daemon and every adapter at once", () => {
  let release: Release;
  beforeAll(async () => {
    release = await newRelease("arizuko", "arizuko-everything", "privileged");
    await installed(release, "--values", join(import.meta.dirname, "values", "every-daemon.yaml"));
  });

  const known = async (): Promise<readonly string[]> => {
    const answer = await inContainer(release, "routd", channels);
    return [...answer.matchAll(/"name": ?"([^"]+)"/g)].flatMap(([, name]) => name ?? []);
  };
  const allKnown = async (): Promise<boolean> => {
    const names = await known();
    return ["web", ...Object.keys(adapters)].every((name) => names.includes(name));
  };

  test("they come up at the first try, and make themselves known", async () => {
    const statuses = await containers(release);
    for (const name of [...leaves, "dind", "runed", "timed"])
      expect(statuses.get(name), name).toMatchObject({ ready: true, restartCount: 0 });
    await eventually("routd knows all channels", allKnown);
  });

  const whatsapp = `wget -q -O - "$LISTEN_URL/health"`;

  test("a phone is linked", async () => {
    await expect(inContainer(release, "whapd", whatsapp)).rejects.toThrow(/503/);
    await inContainer(release, "whapd", "node dist/main.js --pair 420123456789");
    expect(JSON.parse(await inContainer(release, "whapd", whatsapp))).toEqual({ status: "ok" });
  });

  test("text is spoken", async () => {
    const speak = `wget -q -O - --post-data '{"input":"Hello"}' "http://$TTSD_ADDR/v1/audio/speech"`;
    expect(await inContainer(release, "ttsd", speak)).toBe("speech");
  });

  test.each([
    ["those that no other needs", leaves],
    ["those that run agents", ["dind", "runed", "timed"]],
  ])("%s are killed and come back, and the pod is ready again without the others' restart", async (_, names) => {
    const before = await containers(release);
    await killed(release, ...names);
    await inNamespace(release, "wait", "pod", "--all", "--for=condition=Ready", patiently);
    await eventually("routd knows all channels", allKnown);
    const after = await containers(release);
    const others = [...before.keys()].filter((name) => !names.includes(name));
    for (const name of others) expect(after.get(name)?.restartCount, name).toBe(before.get(name)?.restartCount);
  });

  test("the phone is linked still", async () => {
    expect(JSON.parse(await inContainer(release, "whapd", whatsapp))).toEqual({ status: "ok" });
  });
});
