import { join } from "node:path";
import { expect, test } from "vitest";
import { inTurn } from "../../ci/bench/in-turn.ts";
import { minimum } from "../../ci/bench/statistics.ts";
import { projectFolder } from "../../ci/paths.ts";

/** Times what Node needs with its libraries. The aim is 3; this keeps it from growing until then. See docs/benchmarks.md. */
const limits: Readonly<Record<"anew" | "unchanged", number>> = { anew: 6.5, unchanged: 1.4 };
const runs = 6;
/** More of them when the machine was too busy for the fastest runs to say anything. */
const rounds = 8;

const words = {
  libraries: [join(projectFolder, "ci/bench/libraries.js")],
  anew: ["generator/start.js", "--check", "--anew"],
  unchanged: ["generator/start.js", "--check"],
};

test("the generator takes few times as long as Node with its libraries", async () => {
  const times: Record<keyof typeof words, number[]> = { libraries: [], anew: [], unchanged: [] };
  const ratios = (): Record<keyof typeof limits, number> => ({
    anew: minimum(times.anew) / minimum(times.libraries),
    unchanged: minimum(times.unchanged) / minimum(times.libraries),
  });
  const isWithin = (): boolean => ratios().anew < limits.anew && ratios().unchanged < limits.unchanged;
  for (let round = 0; round < rounds && !isWithin(); round++) {
    const series = await inTurn(
      [
        { name: "libraries", file: process.execPath, words: words.libraries },
        { name: "anew", file: process.execPath, words: words.anew, folder: projectFolder },
        { name: "unchanged", file: process.execPath, words: words.unchanged, folder: projectFolder },
      ],
      runs,
    );
    for (const name of ["libraries", "anew", "unchanged"] as const)
      times[name].push(...(series.find((one) => one.name === name)?.milliseconds ?? []));
  }
  const { anew, unchanged } = ratios();
  console.log(`times as long as Node with its libraries: ${anew.toFixed(1)} anew, ${unchanged.toFixed(1)} unchanged`);
  expect(anew).toBeLessThan(limits.anew);
  expect(unchanged).toBeLessThan(limits.unchanged);
});
