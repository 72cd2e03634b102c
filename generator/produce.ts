import { modelProblems, valueProblems } from "./check/problems.ts";
import { chartFiles } from "./output/chart-files.ts";
import { contentOf } from "./output/folder.ts";
import type { Produced } from "./output/produced.ts";
import { releaseProblems } from "./release/problems.ts";
import { readRecord } from "./release/record-file.ts";
import type { Chart } from "./topology/chart.ts";

/** What became of a chart's model. */
export interface Made {
  /** What is wrong with it, one line each. */
  readonly problems: readonly string[];
  /** Every file, where nothing is wrong. */
  readonly files: Produced;
}

/**
 * Makes every file of a chart, and checks it.
 * @param project the folder with the record of what was released
 * @param root the folder that the files are for
 */
export async function produce(chart: Chart, project: string, root: string): Promise<Made> {
  const problems = [
    ...modelProblems(chart),
    ...(await releaseProblems(chart, readRecord(project, chart.metadata.name))),
  ];
  if (problems.length > 0) return { problems: [...problems, ...(await valueProblems(chart))], files: new Map() };
  const files = chartFiles(chart);
  return { problems: isPublished(root, files) ? [] : await valueProblems(chart), files };
}

/** Whether the files are there already. Then their values were checked against their schema when they were written. */
function isPublished(root: string, files: Produced): boolean {
  return [...files].every(([path, content]) => contentOf(root, path) === content);
}
