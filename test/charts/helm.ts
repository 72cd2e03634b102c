import { execa } from "execa";
import { toolPath } from "../../ci/tools/install.ts";
import { type Preset, presetArguments } from "./preset.ts";

export const helms = ["helm4", "helm3"] as const;
export type Helm = (typeof helms)[number];

/** What a run of Helm printed, and whether it succeeded. */
export interface Run {
  readonly succeeded: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs Helm, which must not reach any cluster. */
export async function runHelm(helm: Helm, ...words: readonly string[]): Promise<Run> {
  const { failed, stdout, stderr } = await execa(await toolPath(helm), words, {
    // Whoever runs the tests may have a cluster of theirs.
    env: { KUBECONFIG: "/dev/null" },
    stdin: "ignore",
    reject: false,
  });
  return { succeeded: !failed, stdout, stderr };
}

/** What Helm makes of a preset. Whatever it has to say beside the manifest is an error. */
export async function template(
  helm: Helm,
  preset: Preset,
  release: string = preset.chart,
  ...more: readonly string[]
): Promise<string> {
  const words = ["template", release, ...presetArguments(preset), "--namespace", "tests", ...more];
  const { succeeded, stdout, stderr } = await runHelm(helm, ...words);
  if (succeeded && stderr === "") return stdout;
  throw new Error(`${helm} ${words.join(" ")}:\n${stderr}`);
}
