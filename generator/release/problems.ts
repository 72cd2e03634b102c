import gte from "semver/functions/gte.js";
import valid from "semver/functions/valid.js";
import type { Chart } from "../topology/chart.ts";
import type { ReleaseRecord } from "./record.ts";

/**
 * What is wrong with the versions of a chart, one line each: they are semantic and fall from the first on, and the first
 * is a large enough step from the last that was released.
 */
export async function releaseProblems(chart: Chart, released: ReleaseRecord | undefined): Promise<readonly string[]> {
  const { metadata, releases } = chart;
  const versions = releases.map(({ version }) => version);
  const wrong = versions.find((version) => valid(version) === null || !/^\d\S*$/.test(version));
  if (wrong !== undefined) return [`${placeOf(chart)}: "${wrong}" is no semantic version, such as 1.2.3`];
  const disordered = versions.find((version, index) => index > 0 && gte(version, versions[index - 1] ?? version));
  if (disordered !== undefined) return [`${placeOf(chart)}: ${disordered} stands below an older version, or twice`];
  const undated = releases.find(({ date }) => date !== undefined && !isDate(date));
  if (undated !== undefined) return [`${placeOf(chart)}: ${undated.date} is no day, such as 2026-12-31`];
  if (released === undefined) return [];
  // Comparing releases takes the evaluator, which a chart that was never released has no use for.
  const [{ recordOf }, { versionProblem }] = await Promise.all([import("./record.ts"), import("./step.ts")]);
  const problem = versionProblem(released, recordOf(chart));
  return problem === undefined ? [] : [`${placeOf(chart)}: ${metadata.name}'s ${problem}`];
}

function placeOf({ metadata }: Chart): string {
  return `generator/charts/${metadata.name}/changes.ts`;
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}
