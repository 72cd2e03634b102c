import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { charts } from "../../generator/charts/index.ts";
import { evaluatorOf } from "../../generator/evaluate.ts";
import { presetArguments, profilePresets } from "../../test/charts/preset.ts";
import { valuesOf } from "../../test/charts/values-file.ts";
import { toolPath } from "../tools/install.ts";
import { atMost, type Chapter, rounded } from "./figures.ts";
import { type Command, inTurn } from "./in-turn.ts";
import { peerCharts } from "./peers.ts";
import { minimum } from "./statistics.ts";

const created = "the chart of helm create";

/**
 * `helm template` of each chart with the profile that makes most objects, beside the chart that `helm create` makes and
 * beside charts of others.
 */
export async function measureRendering(rounds: number): Promise<Chapter> {
  const helm = await toolPath("helm4");
  const folder = await mkdtemp(join(tmpdir(), "bench-"));
  await execa(helm, ["create", "created"], { cwd: folder });
  const largest = charts.map(({ metadata }) => largestOf(metadata.name));
  const subjects = [...(await othersIn(folder, helm)), ...largest];
  const command = (name: string, ...words: readonly string[]): Command => ({
    name,
    file: helm,
    words: ["template", "bench", ...words],
  });
  const series = await inTurn(
    [
      command(created, join(folder, "created")),
      ...subjects.flatMap(({ name, words }) => [
        command(name, ...words),
        command(unchecked(name), ...words, "--skip-schema-validation"),
      ]),
    ],
    rounds,
  );
  await rm(folder, { recursive: true });
  const took = (name: string): number => minimum(series.find((one) => one.name === name)?.milliseconds ?? []);
  const validation = (name: string): number => took(name) - took(unchecked(name));
  return {
    name: "render",
    title: "Rendering with Helm",
    paragraphs: [
      "`helm template` of Helm 4, whole processes, each chart with the profile that makes most objects, those of others " +
        "with their defaults and without charts that they depend on. What the schema costs is the difference to the " +
        "same without its validation.",
      `Validation took ${subjects.map(({ name }) => `${rounded(validation(name))} ms for ${name}`).join(", ")}. It takes ` +
        "about as long for each schema within the schema, and there is one for each value, each field of Kubernetes' types " +
        "and each part of a rule: these charts refuse what is misspelt or mistyped in any of them, by its path.",
    ],
    series,
    base: created,
    bars: largest.flatMap(({ name }) => [
      atMost(`${name}, compared with ${created}`, took(name) / took(created), 1.6, " times"),
      atMost(`validation of ${name}`, validation(name), 10, " ms"),
    ]),
  };
}

function unchecked(name: string): string {
  return `${name}, schema not checked`;
}

/** What is rendered, and the arguments for it. */
interface Subject {
  readonly name: string;
  readonly words: readonly string[];
}

/** The charts of others, with how many objects they make. */
async function othersIn(folder: string, helm: string): Promise<readonly Subject[]> {
  const found: Subject[] = [];
  for (const [name, chart] of await peerCharts(folder)) {
    const { stdout } = await execa(helm, ["template", "bench", chart]);
    found.push({ name: `${name} (${stdout.match(/^kind: /gm)?.length ?? 0} objects)`, words: [chart] });
  }
  return found;
}

/** A chart with the profile that makes most objects. */
function largestOf(chart: string): Subject {
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
  const { preset, objects } = first;
  return { name: `${chart} with ${preset.name} (${objects} objects)`, words: presetArguments(preset) };
}
