import { execa } from "execa";
import { describe, expect, test } from "vitest";
import { type KubernetesVersion, kubernetesVersions } from "../../ci/kubernetes-versions.ts";
import { schemaLocations } from "../../ci/schemas/schema-locations.ts";
import { toolPath } from "../../ci/tools/install.ts";
import { template } from "./helm.ts";
import { presets } from "./preset.ts";

interface Report {
  readonly summary: {
    readonly valid: number;
    readonly invalid: number;
    readonly errors: number;
    readonly skipped: number;
  };
}

describe.each(Object.keys(kubernetesVersions) as KubernetesVersion[])("Kubernetes %s", (version) => {
  test.each(presets)("$chart $name fits the schemas", async (preset) => {
    const manifest = await template("helm4", preset, preset.chart, "--kube-version", version);
    const locations = (await schemaLocations(version)).flatMap((location) => ["-schema-location", location]);
    const words = ["-strict", "-summary", "-output", "json", ...locations, "-"];
    const { stdout } = await execa(await toolPath("kubeconform"), words, { input: manifest, reject: false });
    const { summary }: Report = JSON.parse(stdout);
    expect(summary, stdout).toMatchObject({ invalid: 0, errors: 0, skipped: 0 });
    expect(summary.valid).toBeGreaterThan(0);
  });
});
