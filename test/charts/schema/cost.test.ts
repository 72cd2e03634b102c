import { performance } from "node:perf_hooks";
import { describe, expect, test } from "vitest";
import { runHelm } from "../helm.ts";
import { chartFolder, chartNames } from "../preset.ts";

const runs = 9;
/** The machine may be busy at one moment. */
const attempts = 3;
const most = 10;

describe.each(chartNames)("%s", (chart) => {
  // The rest of the test run shares the machine, so the fastest of several runs is what counts.
  test(`validation costs Helm less than ${most} ms`, async () => {
    const costs: number[] = [];
    while (costs.length < attempts && !costs.some((cost) => cost < most)) costs.push(await measure());
    console.log(`${chart}: validation takes ${costs.map((cost) => cost.toFixed(1)).join(", ")} ms`);
    expect(Math.min(...costs)).toBeLessThan(most);
  });

  async function measure(): Promise<number> {
    const withIt: number[] = [];
    const without: number[] = [];
    for (let run = 0; run < runs; run++) {
      withIt.push(await time());
      without.push(await time("--skip-schema-validation"));
    }
    return Math.min(...withIt) - Math.min(...without);
  }

  async function time(...more: readonly string[]): Promise<number> {
    const started = performance.now();
    const { succeeded, stderr } = await runHelm("helm4", "template", "test", chartFolder(chart), ...more);
    expect(succeeded, stderr).toBe(true);
    return performance.now() - started;
  }
});
