import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { chartFolder, chartNames } from "../charts/preset.ts";
import { helm, type Release } from "../cluster/helm.ts";
import { type Pod, podsOf } from "./pods-of.ts";
import { eventually, newRelease, untilReady } from "./release.ts";

/** Writes a chart that has all charts of the project as subcharts, each of which can be switched off. */
async function writeUmbrella(folder: string): Promise<void> {
  await mkdir(join(folder, "charts"));
  for (const name of chartNames) await cp(chartFolder(name), join(folder, "charts", name), { recursive: true });
  const dependencies = chartNames.map((name) => ({ name, version: ">=0.0.0-0", condition: `${name}.enabled` }));
  const chart = { apiVersion: "v2", name: "umbrella", version: "1.0.0", dependencies };
  await writeFile(join(folder, "Chart.yaml"), stringify(chart));
}

/** What all charts are to heed, beside what is meant for others. The node has its images from this registry. */
const global = { imageRegistry: "docker.io", imagePullSecrets: [{ name: "pull" }], postgresql: { auth: {} } };

describe("both charts within an umbrella chart", () => {
  let folder: string;
  let release: Release;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "umbrella-"));
    await writeUmbrella(folder);
    release = await newRelease("umbrella", "umbrella");
    await apply("install", chartNames);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function apply(command: "install" | "upgrade", enabled: readonly string[]): Promise<void> {
    const file = join(folder, "own-values.yaml");
    const switches = chartNames.map((name) => [name, { enabled: enabled.includes(name) }]);
    await writeFile(file, stringify({ global, ...Object.fromEntries(switches) }));
    await helm(release, "helm4", command, folder, "--values", file, ...untilReady);
  }

  const podsOfChart = async (name: string): Promise<readonly Pod[]> =>
    (await podsOf(release)).filter(({ metadata }) => metadata.labels["app.kubernetes.io/name"] === name);

  test("run and pass their tests", async () => {
    await helm(release, "helm4", "test");
  });

  test.each(chartNames)("%s heeds what is set for all", async (name) => {
    const pods = await podsOfChart(name);
    expect(pods.length).toBeGreaterThan(0);
    for (const { spec } of pods) {
      expect(spec.imagePullSecrets).toEqual(global.imagePullSecrets);
      for (const { image } of spec.containers) expect(image).toMatch(/^docker\.io\//);
    }
  });

  test("one is switched off, and the other does not notice", async () => {
    const [kept = "", gone = ""] = chartNames;
    const ids = async (): Promise<readonly string[]> => (await podsOfChart(kept)).map(({ metadata }) => metadata.uid);
    const before = await ids();
    await apply("upgrade", [kept]);
    await eventually(`pods of ${gone} are gone`, async () => (await podsOfChart(gone)).length === 0);
    expect(await ids()).toEqual(before);
  });
});
