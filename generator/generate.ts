import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Loader } from "./charts/loaders.ts";
import { keepMade, madeBefore } from "./output/made-before.ts";
import { originsOf } from "./output/origin.ts";
import { isEmpty, type Plan, planOutput, type Selection } from "./output/plan.ts";
import { byCodeUnits, type Produced } from "./output/produced.ts";
import { publish } from "./output/publish.ts";
import { ModelError } from "./template/errors.ts";

/** What is asked for. */
export interface Options {
  /** The one chart to consider; all without it. */
  readonly chart?: string | undefined;
  /** The folder that `charts/` and `values/` are written into; the project's own without it. */
  readonly out?: string | undefined;
  /** Write nothing, tell what would change. */
  readonly check: boolean;
  /** Make also what an earlier run has made of the same sources. */
  readonly anew: boolean;
}

const project = fileURLToPath(new URL("..", import.meta.url));

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
export async function generate(options: Options, charts: readonly Loader[]): Promise<Outcome> {
  const root = options.out === undefined ? project : resolve(options.out);
  const selection: Selection = options.chart === undefined ? "all" : { only: options.chart };
  const produced = await filesOf(selected(charts, selection), root, options.anew);
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
async function filesOf(charts: readonly Loader[], root: string, anew: boolean): Promise<Produced> {
  const origins = originsOf(project);
  const all = await Promise.all(
    charts.map(async ({ name, load }) => {
      const origin = origins.get(name);
      const before = anew || origin === undefined ? undefined : madeBefore(name, origin);
      if (before) return { name, problems: [], files: before, isNew: false };
      // Loaded for a chart that has changed only.
      const { produce } = await import("./produce.ts");
      return { name, ...(await produce(await load(), project, root)), isNew: true };
    }),
  );
  const problems = all.flatMap((chart) => chart.problems);
  if (problems.length > 0) throw new ModelError(problems.join("\n"));
  keepNew(
    all.filter(({ isNew }) => isNew),
    origins,
  );
  return united(all.map(({ files }) => files));
}

interface Named {
  readonly name: string;
  readonly files: Produced;
}

/** For the next run, save for charts whose sources somebody has changed meanwhile. */
function keepNew(charts: readonly Named[], origins: ReadonlyMap<string, string>): void {
  const now = charts.length > 0 ? originsOf(project) : origins;
  for (const { name, files } of charts) {
    const origin = origins.get(name);
    if (origin !== undefined && origin === now.get(name)) keepMade(name, origin, files);
  }
}

function united(files: readonly Produced[]): Produced {
  const all = new Map<string, string>();
  for (const [path, content] of files.flatMap((some) => [...some])) {
    if (all.has(path)) throw new ModelError(`${path} is produced twice; rename a chart, a document or a profile`);
    all.set(path, content);
  }
  return all;
}

function selected(charts: readonly Loader[], selection: Selection): readonly Loader[] {
  if (selection === "all") return charts;
  const found = charts.filter(({ name }) => name === selection.only);
  const names = charts.map(({ name }) => name).sort(byCodeUnits);
  if (found.length === 0) throw new Error(`there is no chart "${selection.only}"; there is ${names.join(", ")}`);
  return found;
}

function summary({ write, remove }: Plan): string {
  const lines = [...[...write.keys()].map((path) => `wrote ${path}`), ...remove.map((path) => `removed ${path}`)];
  return lines.length === 0 ? "everything is up to date\n" : `${lines.sort(byCodeUnits).join("\n")}\n`;
}
