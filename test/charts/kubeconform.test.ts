import { describe, expect, test } from "vitest";
import { type KubernetesVersion, kubernetesVersions } from "../../ci/kubernetes-versions.ts";
import { kubeconform } from "../../ci/schemas/kubeconform.ts";
import { template } from "./helm.ts";
import { presets } from "./preset.ts";

describe.each(Object.keys(kubernetesVersions) as KubernetesVersion[])("Kubernetes %s", (version) => {
  test.each(presets)("$chart $name fits the schemas", async (preset) => {
    const manifest = await template("helm4", preset, preset.chart, "--kube-version", version);
    const { valid, refused, report } = await kubeconform(manifest, version);
    expect(refused, report).toBe(0);
    expect(valid).toBeGreaterThan(0);
  });
});
