import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type KubernetesVersion, kubernetesVersions } from "../../ci/kubernetes-versions.ts";
import { kubeconform } from "../../ci/schemas/kubeconform.ts";
import { template } from "./helm.ts";
import { chartNames, defaultsOf, presets } from "./preset.ts";

const versions = Object.keys(kubernetesVersions) as KubernetesVersion[];

describe.each(versions)("Kubernetes %s", (version) => {
  test.each(chartNames)("%s is made for it", async (chart) => {
    const preset = defaultsOf(chart);
    expect(await template("helm4", preset, chart, "--kube-version", version)).toContain("kind: Deployment");
  });
});

describe("what Helm prints", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "kubeconform-"));
    for (const preset of presets) {
      const file = join(folder, `${preset.chart} ${preset.name.replaceAll("/", "-")}.yaml`);
      await writeFile(file, await template("helm4", preset));
    }
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each(versions)("fits the schemas of Kubernetes %s", async (version) => {
    const { valid, refused, report } = await kubeconform(folder, version);
    expect(refused, report).toBe(0);
    expect(valid).toBeGreaterThan(10 * presets.length);
  });
});
