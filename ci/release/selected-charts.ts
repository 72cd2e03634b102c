import { UsageError } from "../../command-line/usage-error.ts";
import { charts } from "../../generator/charts/index.ts";
import { contentOf } from "../../generator/output/folder.ts";
import { produce } from "../../generator/produce.ts";
import type { Chart } from "../../generator/topology/chart.ts";
import { projectFolder } from "../paths.ts";

/**
 * The charts of these names; all of them where there is none.
 * @throws UsageError for an unknown name
 * @throws Error when a chart may not be released: `npm run gen` refuses it, or was not run
 */
export async function selectedCharts(names: readonly string[]): Promise<readonly Chart[]> {
  const known = charts.map(({ metadata }) => metadata.name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new UsageError(`there is no chart "${unknown}"; there is ${known.join(", ")}`);
  const selected = names.length === 0 ? charts : charts.filter(({ metadata }) => names.includes(metadata.name));
  const problems = await Promise.all(selected.map((chart) => problemsOf(chart, projectFolder)));
  if (problems.flat().length > 0) throw new Error(problems.flat().join("\n"));
  return selected;
}

/**
 * Why a chart may not be released, one line each.
 * @param project the folder with what was generated, and with the record of what was released
 */
export async function problemsOf(chart: Chart, project: string): Promise<readonly string[]> {
  const { problems, files } = await produce(chart, project, project);
  if (problems.length > 0) return problems;
  const stale = [...files].find(([path, content]) => contentOf(project, path) !== content)?.[0];
  return stale === undefined
    ? []
    : [`${stale} is not as the model has it; run \`npm run gen\`, and commit what it writes`];
}
