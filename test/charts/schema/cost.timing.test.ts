import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { afterAll, beforeAll, expect, test } from "vitest";
import { median } from "../../../ci/bench/statistics.ts";
import { runHelm } from "../helm.ts";
import { chartFolder, chartNames } from "../preset.ts";

/**
 * Milliseconds, on a machine that needs as many for a chart of one empty ConfigMap as the one below. See
 * docs/architecture.md, "What checking values costs".
 */
const aim = 10;
/** What keeps charts from growing that do not reach the aim yet. */
const mostYet: Readonly<Record<string, number>> = { arizuko: 16, foxctl: 16 };
const emptyChartTakes = 36;
/** Runs of each kind in a round, in turn, so that a busy moment of the machine meets all. */
const runs = 15;
/** More of them when the machine was too busy for these to say anything. */
const rounds = 8;

const emptyChart = mkdtempSync(join(tmpdir(), "empty-chart-"));
beforeAll(() => {
  mkdirSync(join(emptyChart, "templates"));
  writeFileSync(join(emptyChart, "Chart.yaml"), "apiVersion: v2\nname: empty\nversion: 1.0.0\n");
  const content = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: empty\n";
  writeFileSync(join(emptyChart, "templates/config-map.yaml"), content);
});
afterAll(() => rmSync(emptyChart, { recursive: true, force: true }));

const bounds = chartNames.map((chart) => ({ chart, most: mostYet[chart] ?? aim }));

test.each(bounds)("validation of $chart costs Helm less than $most ms", async ({ chart, most }) => {
  const folder = chartFolder(chart);
  const empty: number[] = [];
  const checked: number[] = [];
  const unchecked: number[] = [];
  const cost = (): number => {
    const checking = checked.map((milliseconds, run) => milliseconds - (unchecked[run] ?? Number.NaN));
    return (median(checking) * emptyChartTakes) / median(empty);
  };
  for (let round = 0; round < rounds && !(cost() < most); round++) {
    for (let run = 0; run < runs; run++) {
      empty.push(await time(emptyChart));
      checked.push(await time(folder));
      unchecked.push(await time(folder, "--skip-schema-validation"));
    }
  }
  const times = Object.entries({ empty, checked, unchecked }).map(
    ([kind, all]) => `${kind} ${median(all).toFixed(1)} ms`,
  );
  console.log(`${chart}: ${times.join(", ")}; validation ${cost().toFixed(1)} ms`);
  expect(cost()).toBeLessThan(most);
});

async function time(...words: readonly string[]): Promise<number> {
  const started = performance.now();
  const { succeeded, stderr } = await runHelm("helm4", "template", "test", ...words);
  expect(succeeded, stderr).toBe(true);
  return performance.now() - started;
}
