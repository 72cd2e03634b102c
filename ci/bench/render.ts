import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { charts } from "../../generator/charts/index.ts";
import { evaluatorOf } from "../../generator/evaluate.ts";
import { type Preset, presetArguments, profilePresets } from "../../test/charts/preset.ts";
import { valuesOf } from "../../test/charts/values-file.ts";
import { toolPath } from "../tools/install.ts";
import { atMost, type Chapter } from "./figures.ts";
import { type Command, inTurn } from "./in-turn.ts";
import { minimum } from "./statistics.ts";

const created = "the chart of helm create";

/** `helm template` of each chart with the profile that makes most objects, beside the chart that `helm create` makes. */
export async function measureRendering(rounds: number): Promise<Chapter> {
  const helm = await toolPath("helm4");
  const folder = await mkdtemp(join(tmpdir(), "bench-"));
  await execa(helm, ["create", "created"], { cwd: folder });
  const largest = charts.map(({ metadata }) => largestOf(metadata.name));
  const command = (name: string, ...words: readonly string[]): Command => ({
    name,
    file: helm,
    words: ["template", "bench", ...words],
  });
  const series = await inTurn(
    [
      command(created, join(folder, "created")),
      ...largest.flatMap(({ preset, name }) => [
        command(name, ...presetArguments(preset)),
        command(unchecked(name), ...presetArguments(preset), "--skip-schema-validation"),
      ]),
    ],
    rounds,
  );
  await rm(folder, { recursive: true });
  const took = (name: string): number => minimum(series.find((one) => one.name === name)?.milliseconds ?? []);
  return {
    name: "render",
    title: "Rendering with Helm",
    paragraphs: [
      "`helm template` of Helm 4, whole processes, each chart with the profile that makes most objects. What the schema " +
        "costs is the difference to the same without its validation.",
      "Others, measured once in the same way on another machine, with their defaults, as multiples of the chart of " +
        "`helm create`: external-secrets (19 objects) 1.38, n8n 1.59, cert-manager (44) 1.8, Redpanda (26) 8.1. What " +
        "their schemas cost: external-secrets 6 ms, Traefik 8, cert-manager 18, n8n 19, bjw-s' app-template 23, " +
        "Redpanda's console 25.",
    ],
    series,
    base: created,
    bars: largest.flatMap(({ name }) => [
      atMost(`${name}, compared with ${created}`, took(name) / took(created), 1.6, " times"),
      atMost(`validation of ${name}`, took(name) - took(unchecked(name)), 10, " ms"),
    ]),
  };
}

function unchecked(name: string): string {
  return `${name}, schema not checked`;
}

interface Largest {
  readonly preset: Preset;
  readonly name: string;
}

function largestOf(chart: string): Largest {
  const model = charts.find(({ metadata }) => metadata.name === chart);
  if (!model) throw new Error(`there is no chart "${chart}"`);
  const evaluate = evaluatorOf(model);
  const sized = profilePresets
    .filter((preset) => preset.chart === chart)
    .map((preset) => {
      const rendered = evaluate({ name: chart, namespace: "bench", values: valuesOf(preset) });
      return { preset, objects: [...rendered.values()].flat().length };
    })
    .sort((a, b) => b.objects - a.objects);
  const [first] = sized;
  if (!first) throw new Error(`${chart} has no profile`);
  return { preset: first.preset, name: `${chart} with ${first.preset.name} (${first.objects} objects)` };
}
