/** Numbers from 0 to 1 that the seed decides; a linear congruential generator serves for choosing samples. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Some of the items, chosen by chance. */
export function someOf<T>(items: readonly T[], count: number, random: () => number): readonly T[] {
  const left = [...items];
  const chosen: T[] = [];
  while (chosen.length < count && left.length > 0) {
    chosen.push(...left.splice(Math.floor(random() * left.length), 1));
  }
  return chosen;
}

/** What runs start from unless they are told otherwise, so that a change and nothing else turns them red. */
const usualSeed = 20_261_123;

/** The seed of this run: the usual one, that of TEST_SEED, or any where that is `any`. */
export function seedOfRun(): number {
  const { TEST_SEED } = process.env;
  const seed = TEST_SEED === "any" ? Date.now() % 1_000_000 : Number(TEST_SEED ?? usualSeed);
  if (!Number.isInteger(seed)) throw new Error(`TEST_SEED must be a whole number or the word any, not ${TEST_SEED}.`);
  return seed;
}
