import { expect, test } from "vitest";
import { growthRun } from "../../ci/bench/growth.ts";
import { exponent } from "../../ci/bench/statistics.ts";

const sizes = [100, 800] as const;
/** More of them when the machine was too busy for the fastest runs to say anything. */
const rounds = 8;
/** The square would be 2. Between two sizes alone, what is constant counts for less than in the benchmark. */
const most = 1.25;

test("a model of eight times as many components takes about eight times as long", async () => {
  const fastest = sizes.map((size) => ({ size, milliseconds: Number.POSITIVE_INFINITY }));
  const grows = (): number => exponent(fastest.map(({ size, milliseconds }) => [size, milliseconds]));
  for (let round = 0; round < rounds && !(grows() < most); round++)
    for (const one of fastest) one.milliseconds = Math.min(one.milliseconds, (await growthRun(one.size)).milliseconds);
  console.log(`grows with the power ${grows().toFixed(2)}`);
  expect(grows()).toBeLessThan(most);
});
