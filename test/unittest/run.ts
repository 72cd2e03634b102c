import { join } from "node:path";
import { chartFolder, chartNames } from "../charts/preset.ts";
import type { Case } from "../run/case.ts";
import { runHelmUnittest } from "../run/helm-unittest.ts";

/** The suites of every chart, those of one chart beside those of another. */
export async function runSuites(): Promise<readonly Case[]> {
  const suites = chartNames.map((chart) => ({
    chartFolder: chartFolder(chart),
    folder: join(import.meta.dirname, chart),
  }));
  return (await Promise.all(suites.map(runHelmUnittest))).flat();
}
