import { join } from "node:path";
import { chartFolder, chartNames } from "../charts/preset.ts";
import type { Case } from "../run/case.ts";
import { runHelmUnittest } from "../run/helm-unittest.ts";

/** The suites of every chart. */
export async function runSuites(): Promise<readonly Case[]> {
  const cases: Case[] = [];
  for (const chart of chartNames) {
    const folder = join(import.meta.dirname, chart);
    cases.push(...(await runHelmUnittest({ chartFolder: chartFolder(chart), folder })));
  }
  return cases;
}
