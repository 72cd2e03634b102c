import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { execa } from "execa";
import { type KubernetesVersion, kubernetesVersions } from "../kubernetes-versions.ts";
import { kubeconform } from "../schemas/kubeconform.ts";
import { toolPath } from "../tools/install.ts";

/** Checks what a chart renders with each of its files for chart-testing. Ends with 1 when an object fits no schema. */
async function main([chart]: readonly string[]): Promise<void> {
  if (chart === undefined) throw new Error("Say which chart: node ci/chart-testing/kubeconform.ts charts/foxctl");
  const files = (await readdir(join(chart, "ci"))).filter((name) => name.endsWith("-values.yaml")).toSorted();
  const folder = await mkdtemp(join(tmpdir(), "kubeconform-"));
  try {
    for (const version of Object.keys(kubernetesVersions) as KubernetesVersion[]) {
      // What is printed for a version lies where what was printed for the one before did.
      for (const file of files) await writeFile(join(folder, file), await render(chart, file, version));
      const { valid, refused, report } = await kubeconform(folder, version);
      if (refused > 0) throw new Error(`${chart} with a file in ci/ does not fit Kubernetes ${version}:\n${report}`);
      process.stdout.write(`${chart}: ${valid} objects fit Kubernetes ${version}, with ${files.join(", ")}\n`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function render(chart: string, file: string, version: KubernetesVersion): Promise<string> {
  const words = ["template", basename(chart), chart, "--values", join(chart, "ci", file), "--kube-version", version];
  const { stdout } = await execa(await toolPath("helm4"), words, { stdin: "ignore" });
  return stdout;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
