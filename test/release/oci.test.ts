import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFile, mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { projectFolder } from "../../ci/paths.ts";
import type { PublishOptions } from "../../ci/release/publish-charts.ts";
import { publishCharts } from "../../ci/release/publish-charts.ts";
import { toolPath } from "../../ci/tools/install.ts";
import { charts } from "../../generator/charts/index.ts";
import type { Chart } from "../../generator/topology/chart.ts";
import { helms } from "../charts/helm.ts";
import { plainPresets } from "../charts/preset.ts";
import { newRelease } from "../cluster/server.ts";
import { type OciRegistry, startOciRegistry } from "./oci-registry.ts";
import { helm, openWorkshop, type Run, run, versionOf, type Workshop } from "./workshop.ts";

const users = { publisher: "right", reader: "only reads" };

let workshop: Workshop;
let registry: OciRegistry;
beforeAll(async () => {
  workshop = await openWorkshop();
  registry = await startOciRegistry(join(workshop.folder, "registry"));
  await registry.setUsers(users);
  for (const [name, value] of Object.entries({ ...workshop.env, SSL_CERT_FILE: registry.certificate }))
    vi.stubEnv(name, value);
  await logIn();
});
afterAll(async () => {
  await registry.stop();
  await workshop.remove();
});

async function logIn(password = users.publisher): Promise<void> {
  const words = ["registry", "login", registry.host, "--username", "publisher", "--password", password];
  const { succeeded, output } = await helm("helm4", words, {});
  if (!succeeded) throw new Error(output);
}

/** Publishes into a part of the registry that is this test's own, and returns what it told. */
async function publish(some: readonly Chart[], part: string, options: Partial<PublishOptions> = {}): Promise<string[]> {
  const told: string[] = [];
  await publishCharts(some, { ...optionsFor(part), ...options }, (line) =>
    told.push(line.replace(/ in oci:\S*(?=:)/, "")),
  );
  return told;
}

function optionsFor(part: string): PublishOptions {
  return {
    oci: [addressOf(part)],
    repositories: [],
    out: join(workshop.folder, "dist", part),
    sign: workshop.signKey,
    signer: { key: workshop.cosignKey },
    plainHttp: false,
    dryRun: false,
  };
}

function addressOf(part: string): string {
  return `oci://${registry.host}/${part}`;
}

function verifySignature(chart: string, key = join(workshop.folder, "cosign.pub")): Promise<Run> {
  const login = { DOCKER_CONFIG: join(workshop.folder, "helm", "config", "registry") };
  return toolPath("cosign").then((cosign) =>
    run(cosign, ["verify", "--key", key, "--insecure-ignore-tlog", chart], login),
  );
}

const server = inject("server");

const [foxctl] = charts;
if (foxctl === undefined) throw new Error("there is no chart");

describe("published charts", () => {
  beforeAll(async () => {
    await publish(
      charts.map((chart) => versionOf(chart, "0.0.9")),
      "charts",
    );
    await publish(charts, "charts");
  });

  test.each(charts)("$metadata.name is verified by cosign, and by no other key", async ({ metadata: { name } }) => {
    const chart = `${registry.host}/charts/${name}:0.1.0`;
    const verified = await verifySignature(chart);
    expect(verified.succeeded, verified.output).toBe(true);
    const other = join(workshop.folder, "other", name);
    await mkdir(other, { recursive: true });
    await run(await toolPath("cosign"), ["generate-key-pair", "--output-key-prefix", join(other, "cosign")], {});
    expect(await verifySignature(chart, join(other, "cosign.pub"))).toMatchObject({ succeeded: false });
  });

  test.each(helms)("are pulled and verified by %s, and refused where the archive is another", async (version) => {
    const folder = join(workshop.folder, "pulled", version);
    await mkdir(folder, { recursive: true });
    const keyring = join(workshop.folder, "key.gpg");
    await run("gpg", ["--batch", "--yes", "--output", keyring, "--export", workshop.signKey], workshop.env);
    const words = ["pull", `${addressOf("charts")}/foxctl`, "--version", "0.1.0", "--destination", folder];
    const pulled = await helm(version, [...words, "--verify", "--keyring", keyring], {});
    expect(pulled.succeeded, pulled.output).toBe(true);
    const archive = join(folder, "foxctl-0.1.0.tgz");
    await appendFile(archive, "x");
    const refused = await helm(version, ["verify", archive, "--keyring", keyring], {});
    expect(refused).toMatchObject({ succeeded: false });
    expect(refused.output).toContain("sha256 sum does not match");
  });

  test.each(helms)("are installed by %s, and upgraded from the version before", async (version) => {
    for (const preset of plainPresets.filter(({ name }) => name === "defaults")) {
      const release = await newRelease(server, preset, `oci-${version}`);
      // Which cluster, and no settings of Helm but ours, which know the registry.
      const env = { KUBECONFIG: server.kubeconfig };
      const place = [release.name, `${addressOf("charts")}/${preset.chart}`, "--namespace", release.namespace];
      const installed = await helm(version, ["install", ...place, "--version", "0.0.9"], env);
      expect(installed.succeeded, installed.output).toBe(true);
      const upgraded = await helm(version, ["upgrade", ...place, "--version", "0.1.0"], env);
      expect(upgraded.succeeded, upgraded.output).toBe(true);
      const list = await helm(version, ["list", "--namespace", release.namespace], env);
      expect(list.output).toMatch(new RegExp(`deployed\\s+${preset.chart}-0\\.1\\.0\\s`));
    }
  });

  test("are not published again", async () => {
    expect(await publish(charts, "charts")).toEqual([
      "[1/4] foxctl 0.1.0: there already",
      "[2/4] signature of foxctl 0.1.0: there already",
      "[3/4] arizuko 0.1.0: there already",
      "[4/4] signature of arizuko 0.1.0: there already",
    ]);
  });

  test("are not overwritten, and nothing else is written then", async () => {
    const changed = versionOf(foxctl, "0.1.0", "Something else.");
    const refusal = "foxctl 0.1.0 is released with other content, and a released version never changes";
    const unreleased = versionOf(foxctl, "0.3.0");
    await expect(publish([unreleased, changed], "charts")).rejects.toThrow(refusal);
    const { succeeded } = await helm(
      "helm4",
      ["show", "chart", `${addressOf("charts")}/foxctl`, "--version", "0.3.0"],
      {},
    );
    expect(succeeded).toBe(false);
  });
});

test("what is only tried is not there afterwards", async () => {
  const todo = ["[1/2] foxctl 0.1.0: to be done", "[2/2] signature of foxctl 0.1.0: to be done"];
  expect(await publish([foxctl], "tried", { dryRun: true })).toEqual(todo);
  expect(await publish([foxctl], "tried", { dryRun: true })).toEqual(todo);
});

test("a chart that was published without provenance stays as it is, and that is told", async () => {
  const { sign: _sign, signer: _signer, ...unsigned } = optionsFor("unsigned");
  await publishCharts([foxctl], unsigned, () => undefined);
  const told: string[] = [];
  await publishCharts([foxctl], optionsFor("unsigned"), (line) => told.push(line));
  expect(told[0]).toMatch(/^\[1\/2\] foxctl 0\.1\.0 in oci:\S*, published without provenance: there already$/);
});

describe.each(["SIGKILL", "SIGINT"] as const)("a run that ends by %s", (signal) => {
  test.each([1, 2, 3])("after step %i of 4 is completed by the next", async (step) => {
    const part = `${signal.toLowerCase()}-${step}`;
    const temporary = join(workshop.folder, `tmp-${part}`);
    await mkdir(temporary);
    const words = ["--oci", addressOf(part), "--sign", workshop.signKey, "--cosign", workshop.cosignKey];
    const out = ["--out", join(workshop.folder, "dist", part)];
    const command = [join(projectFolder, "ci/release/publish.ts"), ...words, ...out];
    const env = { ...process.env, TMPDIR: temporary };
    const ended = spawn(process.execPath, command, { env, stdio: ["ignore", "pipe", "inherit"] });
    ended.stdout.on("data", (data) => {
      if (String(data).includes(`[${step}/4]`)) ended.kill(signal);
    });
    await once(ended, "close");
    const { succeeded, output } = await run(process.execPath, command, { TMPDIR: temporary });
    expect(succeeded, output).toBe(true);
    expect(
      output
        .split("\n")
        .slice(0, step)
        .filter((line) => !line.endsWith(": there already")),
    ).toEqual([]);
    expect(await readdir(temporary)).toEqual([]);
    for (const { metadata } of charts) {
      const verified = await verifySignature(`${registry.host}/${part}/${metadata.name}:0.1.0`);
      expect(verified.succeeded, verified.output).toBe(true);
    }
  });
});

test.each([1, 2, 3])("what breaks off after %i of 4 steps is completed by the next run", async (steps) => {
  const part = `broken-${steps}`;
  let left = steps;
  const told: Promise<void>[] = [];
  const interrupted = publishCharts(charts, optionsFor(part), () => {
    if (--left === 0) told.push(registry.stop());
  });
  await expect(interrupted).rejects.toThrow(
    /^\[\d\/4\] .*\nOnce that is mended, run the command again; it does what is left\.$/s,
  );
  await Promise.all(told);
  await registry.start();
  const done = await publish(charts, part);
  expect(done.filter((line) => line.endsWith("there already"))).toHaveLength(steps);
  for (const { metadata } of charts) {
    const verified = await verifySignature(`${registry.host}/${part}/${metadata.name}:0.1.0`);
    expect(verified.succeeded, verified.output).toBe(true);
  }
});

describe("a registry that refuses", () => {
  test("credentials that are out of date", async () => {
    await registry.setUsers({ publisher: "renewed" });
    try {
      await expect(publish([foxctl], "refused")).rejects.toThrow(
        `the credentials are missing, expired or not enough; sign in by \`helm registry login ${registry.host}\``,
      );
    } finally {
      await registry.setUsers(users);
    }
  });

  test("who has not signed in", async () => {
    vi.stubEnv("HELM_CONFIG_HOME", join(workshop.folder, "nobody"));
    try {
      await expect(publish([foxctl], "refused")).rejects.toThrow("the credentials are missing");
    } finally {
      vi.stubEnv("HELM_CONFIG_HOME", join(workshop.folder, "helm", "config"));
    }
  });

  test("is not trusted without its certificate", async () => {
    vi.stubEnv("SSL_CERT_FILE", "/dev/null");
    try {
      await expect(publish([foxctl], "refused")).rejects.toThrow("certificate is not trusted; name its authority");
    } finally {
      vi.stubEnv("SSL_CERT_FILE", registry.certificate);
    }
  });

  test("is told apart from one that is not there", async () => {
    await registry.stop();
    await expect(publish([foxctl], "refused")).rejects.toThrow("connection refused");
    await registry.start();
  });

  test("a password of the key that is wrong", async () => {
    vi.stubEnv("COSIGN_PASSWORD", "wrong");
    try {
      await expect(publish([foxctl], "refused")).rejects.toThrow(/^cosign cannot use the key .* with COSIGN_PASSWORD/);
    } finally {
      vi.stubEnv("COSIGN_PASSWORD", workshop.env["COSIGN_PASSWORD"] ?? "");
    }
  });
});
