import { seedOfRun } from "../charts/schema/random.ts";

/** What a run of fast-check is given. */
export interface Budget {
  readonly seed: number;
  readonly numRuns: number;
}

/** How many value sets are tried, which FUZZ_RUNS changes, from which seed, which TEST_SEED repeats; it is printed. */
export function budget(what: string, usual: number): Budget {
  const { FUZZ_RUNS } = process.env;
  const numRuns = FUZZ_RUNS === undefined ? usual : Number(FUZZ_RUNS);
  if (!Number.isInteger(numRuns) || numRuns < 1)
    throw new Error(`FUZZ_RUNS must be a whole number above 0, not ${FUZZ_RUNS}.`);
  const seed = seedOfRun();
  console.log(`${what}: TEST_SEED=${seed} FUZZ_RUNS=${numRuns}`);
  return { seed, numRuns };
}
