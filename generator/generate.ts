import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { modelProblems, valueProblems } from "./check/problems.ts";
import type { Options } from "./command-line.ts";
import { chartFiles } from "./output/chart-files.ts";
import { contentOf } from "./output/folder.ts";
import { isEmpty, type Plan, planOutput, type Selection } from "./output/plan.ts";
import { byCodeUnits, type Produced } from "./output/produced.ts";
import { publish } from "./output/publish.ts";
import { ModelError } from "./template/errors.ts";
import type { Chart } from "./topology/chart.ts";

/** What a run has to say, and how the process ends. */
export interface Outcome {
  readonly message: string;
  readonly exitCode: 0 | 1;
}

/**
 * Produces the charts and writes them, or tells what would change.
 * @throws ModelError when a model is wrong, with all its mistakes
 * @throws Error when the output folder cannot be written
 */
export async function generate(options: Options, charts: readonly Chart[]): Promise<Outcome> {
  const root = options.out === undefined ? fileURLToPath(new URL("..", import.meta.url)) : resolve(options.out);
  const selection: Selection = options.chart === undefined ? "all" : { only: options.chart };
  const produced = await produce(selected(charts, selection), root);
  if (!options.check) return { message: summary(await publish(root, produced, selection)), exitCode: 0 };
  const plan = planOutput(root, produced, selection);
  if (isEmpty(plan)) return { message: "nothing would change\n", exitCode: 0 };
  const { difference } = await import("./output/difference.ts");
  return { message: difference(root, plan), exitCode: 1 };
}

/**
 * Every file of these charts.
 * @throws ModelError when a model is wrong, with all its mistakes
 */
async function produce(charts: readonly Chart[], root: string): Promise<Produced> {
  const problems = charts.map(modelProblems);
  const files = charts.map((chart, index) => (problems[index]?.length === 0 ? chartFiles(chart) : new Map()));
  const inValues = await Promise.all(
    charts.map((chart, index) => (isPublished(root, files[index]) ? [] : valueProblems(chart))),
  );
  const all = [...problems.flat(), ...inValues.flat()];
  if (all.length > 0) throw new ModelError(all.join("\n"));
  return united(files);
}

/** Whether the files are there already. Then their values were checked against their schema when they were written. */
function isPublished(root: string, files: Produced | undefined): boolean {
  const entries = [...(files ?? [])];
  return entries.length > 0 && entries.every(([path, content]) => contentOf(root, path) === content);
}

function united(files: readonly Produced[]): Produced {
  const all = new Map<string, string>();
  for (const [path, content] of files.flatMap((some) => [...some])) {
    if (all.has(path)) throw new ModelError(`${path} is produced twice; rename a chart, a document or a profile`);
    all.set(path, content);
  }
  return all;
}

function selected(charts: readonly Chart[], selection: Selection): readonly Chart[] {
  if (selection === "all") return charts;
  const found = charts.filter(({ metadata }) => metadata.name === selection.only);
  const names = charts.map(({ metadata }) => metadata.name).sort(byCodeUnits);
  if (found.length === 0) throw new Error(`there is no chart "${selection.only}"; there is ${names.join(", ")}`);
  return found;
}

function summary({ write, remove }: Plan): string {
  const lines = [...[...write.keys()].map((path) => `wrote ${path}`), ...remove.map((path) => `removed ${path}`)];
  return lines.length === 0 ? "everything is up to date\n" : `${lines.sort(byCodeUnits).join("\n")}\n`;
}
