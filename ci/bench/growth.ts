import { join } from "node:path";
import { execPath } from "node:process";
import { execa } from "execa";
import { atMost, type Chapter } from "./figures.ts";
import { exponent, minimum } from "./statistics.ts";

const sizes = [10, 100, 1000] as const;

interface Run {
  readonly milliseconds: number;
  readonly megabytes: number;
}

/** A model of 10, 100 and 1,000 components, each with four objects, a group of values and a rule. */
export async function measureGrowth(rounds: number): Promise<Chapter> {
  const runs = sizes.map((size) => ({ size, runs: [] as Run[] }));
  for (let round = 0; round < rounds; round++)
    for (const { size, runs: done } of runs) done.push(await growthRun(size));
  const series = runs.map(({ size, runs: done }) => ({
    name: nameOf(size),
    milliseconds: done.map(({ milliseconds }) => milliseconds),
  }));
  const points = series.map(({ milliseconds }, index) => [sizes[index] ?? 0, minimum(milliseconds)] as const);
  const memory = minimum(runs.at(-1)?.runs.map(({ megabytes }) => megabytes) ?? []);
  return {
    name: "growth",
    title: "Growth",
    paragraphs: [
      "Making and checking a model of so many components, each with a Deployment, a Service, a ConfigMap, a network " +
        "policy, a group of values and a rule, from the start of the model to the text of the last file, in a process " +
        "of its own.",
    ],
    series,
    base: nameOf(sizes[0]),
    bars: [
      atMost("time, as a power of the number of components", exponent(points), 1.1, ""),
      atMost("memory for 1,000 components", memory, 300, " MB"),
    ],
  };
}

function nameOf(size: number): string {
  return `${size.toLocaleString("en")} components`;
}

/** Makes everything of a model of so many components, once, in a process of its own. */
export async function growthRun(size: number): Promise<Run> {
  const { stdout } = await execa(execPath, [join(import.meta.dirname, "growth-run.ts"), String(size)]);
  return JSON.parse(stdout);
}
