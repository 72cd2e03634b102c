import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFile, mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { projectFolder } from "../../ci/paths.ts";
import type { PublishOptions } from "../../ci/release/publish-charts.ts";
import { publishCharts } from "../../ci/release/publish-charts.ts";
import { charts } from "../../generator/charts/index.ts";
import type { Chart } from "../../generator/topology/chart.ts";
import { helms } from "../charts/helm.ts";
import { plainPresets } from "../charts/preset.ts";
import { newRelease } from "../cluster/server.ts";
import { startWebServer, type WebServer } from "./web-server.ts";
import { helm, openWorkshop, run, versionOf, type Workshop } from "./workshop.ts";

let workshop: Workshop;
let web: WebServer;
beforeAll(async () => {
  workshop = await openWorkshop();
  web = await startWebServer("publisher", "right");
  const credentials = { HELM_REPO_USERNAME: "publisher", HELM_REPO_PASSWORD: "right" };
  for (const [name, value] of Object.entries({ ...workshop.env, ...credentials })) vi.stubEnv(name, value);
});
afterAll(async () => {
  await web.stop();
  await workshop.remove();
});

async function publish(some: readonly Chart[], place: string, part: string, sign = workshop.signKey) {
  const options: PublishOptions = {
    oci: [],
    repositories: [place],
    out: join(workshop.folder, "dist", part),
    sign,
    plainHttp: false,
    dryRun: false,
  };
  const told: string[] = [];
  await publishCharts(some, options, (line) => told.push(line));
  return told;
}

const server = inject("server");

const [foxctl] = charts;
if (foxctl === undefined) throw new Error("there is no chart");

describe("charts in a repository at an address", () => {
  beforeAll(async () => {
    await publish(
      charts.map((chart) => versionOf(chart, "0.0.9")),
      web.address,
      "old",
    );
    await publish(charts, web.address, "new");
  });

  test.each(helms)(
    "are added, pulled and verified by %s, and refused where the archive is another",
    async (version) => {
      const folder = join(workshop.folder, `pulled-${version}`);
      const keyring = join(workshop.folder, `key-${version}.gpg`);
      const key = await fetch(`${web.address}/provenance-key.gpg`);
      await writeFile(keyring, new Uint8Array(await key.arrayBuffer()));
      const added = await helm(version, ["repo", "add", "--force-update", "charts", web.address], {});
      expect(added.succeeded, added.output).toBe(true);
      await mkdir(folder);
      const words = ["pull", "charts/arizuko", "--destination", folder, "--verify", "--keyring", keyring];
      const pulled = await helm(version, words, {});
      expect(pulled.succeeded, pulled.output).toBe(true);
      const archive = join(folder, "arizuko-0.1.0.tgz");
      await appendFile(archive, "x");
      expect(await helm(version, ["verify", archive, "--keyring", keyring], {})).toMatchObject({ succeeded: false });
    },
  );

  test.each(helms)("are installed by %s, and upgraded from the version before", async (version) => {
    for (const preset of plainPresets.filter(({ name }) => name === "defaults")) {
      const release = await newRelease(server, preset, `web-${version}`);
      const env = { KUBECONFIG: server.kubeconfig };
      const place = [release.name, preset.chart, "--repo", web.address, "--namespace", release.namespace];
      const installed = await helm(version, ["install", ...place, "--version", "0.0.9"], env);
      expect(installed.succeeded, installed.output).toBe(true);
      const upgraded = await helm(version, ["upgrade", ...place], env);
      expect(upgraded.succeeded, upgraded.output).toBe(true);
      const list = await helm(version, ["list", "--namespace", release.namespace], env);
      expect(list.output).toMatch(new RegExp(`deployed\\s+${preset.chart}-0\\.1\\.0\\s`));
    }
  });

  test("are not published again", async () => {
    const before = new Map(web.files);
    const told = await publish(charts, web.address, "new");
    expect(told.filter((line) => !line.endsWith(": there already"))).toEqual([]);
    expect(web.files).toEqual(before);
  });

  test("are not overwritten, and nothing is written then", async () => {
    const before = new Map(web.files);
    const changed = versionOf(foxctl, "0.1.0", "Something else.");
    await expect(publish([changed], web.address, "changed")).rejects.toThrow(
      "foxctl 0.1.0 is released with other content, and a released version never changes; release a higher one",
    );
    expect(web.files).toEqual(before);
  });

  test("are told of on the page beside the index, each version with its documentation", async () => {
    const page = await (await fetch(`${web.address}/index.html`)).text();
    for (const { metadata } of charts) {
      expect(page).toContain(`helm install ${metadata.name} charts/${metadata.name} --version 0.1.0`);
      for (const version of ["0.1.0", "0.0.9"]) expect(page).toContain(`href="${metadata.name}-${version}.html"`);
    }
    for (const [, link = ""] of page.matchAll(/href="([^":]+)"/g))
      expect(web.files.has(`/charts/${link}`), link).toBe(true);
  });

  test("are not taken from whoever gives a wrong password", async () => {
    vi.stubEnv("HELM_REPO_PASSWORD", "expired");
    try {
      await expect(publish([versionOf(foxctl, "0.2.0")], web.address, "denied")).rejects.toThrow(
        "the credentials are missing or refused; set HELM_REPO_USERNAME and HELM_REPO_PASSWORD",
      );
    } finally {
      vi.stubEnv("HELM_REPO_PASSWORD", "right");
    }
  });

  test("stay as they are when two publish at once: the second is asked to run again", async () => {
    const index = "/charts/index.yaml";
    const before = web.files.get(index);
    const release = versionOf(foxctl, "0.4.0");
    let changes = 1;
    const set = web.files.set.bind(web.files);
    // Somebody else writes the index between the moments when this run reads it and writes it.
    const spy = vi.spyOn(web.files, "set").mockImplementation((name, content) => {
      if (changes-- > 0) set(index, Buffer.concat([before ?? Buffer.of(), Buffer.from("# theirs\n")]));
      return set(name, content);
    });
    await expect(publish([release], web.address, "both")).rejects.toThrow("somebody else has changed it meanwhile");
    spy.mockRestore();
    await publish([release], web.address, "both");
    expect(web.files.get(index)?.toString()).toContain("version: 0.4.0");
  });
});

test.each([0, 1, 3, 8])(
  "a server that fails after %i files leaves a repository that the next run completes",
  async (files) => {
    const place = `${web.address}/broken-${files}`;
    web.capacity = files;
    await expect(publish(charts, place, "broken")).rejects.toThrow(
      /the server answers 507.*\nOnce that is mended, run the command again/s,
    );
    web.capacity = Number.POSITIVE_INFINITY;
    const path = new URL(place).pathname;
    const index = web.files.get(`${path}/index.yaml`)?.toString() ?? "";
    // What the index names is there: it comes after the archives.
    for (const [, name] of index.matchAll(/- (\S+\.tgz)$/gm)) expect(web.files.has(`${path}/${name}`)).toBe(true);
    const told = await publish(charts, place, "broken");
    expect(told.filter((line) => line.endsWith("there already"))).toHaveLength(files);
    expect(web.files.get(`${path}/index.yaml`)?.toString()).toContain("foxctl-0.1.0.tgz");
  },
);

describe.each(["SIGKILL", "SIGINT"] as const)("a run that ends by %s in a folder", (signal) => {
  test.each([1, 2, 3, 4, 5, 6, 7])("after step %i of 7 is completed by the next", async (step) => {
    const part = `${signal}-${step}`;
    const place = join(workshop.folder, "pages", part);
    const words = ["--repository", place, "--chart", "foxctl", "--sign", workshop.signKey];
    const command = [join(projectFolder, "ci/release/publish.ts"), ...words, "--out", join(workshop.folder, part)];
    const ended = spawn(process.execPath, command, { stdio: ["ignore", "pipe", "inherit"] });
    ended.stdout.on("data", (data) => {
      if (String(data).includes(`[${step}/7]`)) ended.kill(signal);
    });
    await once(ended, "close");
    const { succeeded, output } = await run(process.execPath, command, {});
    expect(succeeded, output).toBe(true);
    const lines = output.split("\n");
    expect(lines).toHaveLength(7);
    // It may have come further before the signal reached it.
    expect(lines.slice(0, step).filter((line) => !line.endsWith(": there already"))).toEqual([]);
    expect((await readdir(place)).toSorted()).toEqual([
      "artifacthub-repo.yml",
      "foxctl-0.1.0.html",
      "foxctl-0.1.0.tgz",
      "foxctl-0.1.0.tgz.prov",
      "index.html",
      "index.yaml",
      "provenance-key.gpg",
    ]);
    const keyring = join(place, "provenance-key.gpg");
    const verify = ["verify", join(place, "foxctl-0.1.0.tgz"), "--keyring", keyring];
    expect(await helm("helm4", verify, {})).toMatchObject({ succeeded: true });
  });
});

test("another key is added to the one that earlier versions are verified with", async () => {
  const place = join(workshop.folder, "keys");
  await publish([versionOf(foxctl, "0.0.9")], place, "former-key");
  const unlock = ["--batch", "--pinentry-mode", "loopback", "--passphrase", workshop.env["GPG_PASSPHRASE"] ?? ""];
  await run("gpg", [...unlock, "--quick-generate-key", "new@example.com", "ed25519", "sign", "never"], {});
  for (const last of ["done", "there already"]) {
    const told = await publish([foxctl], place, "new-key", "new@example.com");
    expect(told[0]).toBe(`[1/7] provenance-key.gpg in ${place}: ${last}`);
  }
  const keyring = join(place, "provenance-key.gpg");
  for (const version of ["0.0.9", "0.1.0"]) {
    const verified = await helm("helm4", ["verify", join(place, `foxctl-${version}.tgz`), "--keyring", keyring], {});
    expect(verified.succeeded, verified.output).toBe(true);
  }
});

test("a public key of cosign that is there is not replaced by another", async () => {
  const place = join(workshop.folder, "cosign");
  await mkdir(place);
  await writeFile(join(place, "cosign.pub"), "another key");
  const command = ["--repository", place, "--cosign", workshop.cosignKey, "--out", join(workshop.folder, "for-cosign")];
  const { output } = await run(process.execPath, [join(projectFolder, "ci/release/publish.ts"), ...command], {});
  expect(output).toContain(`cosign.pub in ${place}: it is another key, which signed earlier versions; sign with that`);
  expect(await readdir(place)).toEqual(["cosign.pub"]);
});
