import { defineConfig } from "vitest/config";

/** Which of these projects a level of `npm test` runs is in test/run/levels.ts. */
export default defineConfig({
  test: {
    // Tests start processes and servers: a run must end them, and one left behind must not fail the next.
    pool: "forks",
    // Most tests wait for other processes.
    maxWorkers: "100%",
    // A forgotten `.only` would silently leave out the rest.
    allowOnly: false,
    projects: [
      {
        test: {
          name: "unit",
          include: [
            "test/generator/**/*.test.ts",
            "test/ci/**/*.test.ts",
            "test/run/**/*.test.ts",
            "test/unittest/**/*.test.ts",
            "ci/**/*.test.ts",
          ],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "charts",
          include: ["test/charts/**/*.test.ts"],
          exclude: ["**/*.timing.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: { name: "ct", include: ["test/ct/**/*.test.ts"], testTimeout: 300_000, hookTimeout: 60_000 },
      },
      {
        test: { name: "policies", include: ["test/policies/**/*.test.ts"], testTimeout: 120_000 },
      },
      {
        test: {
          name: "differential",
          include: ["test/differential/**/*.test.ts", "test/properties/**/*.test.ts"],
          testTimeout: 1_200_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "stand-ins",
          include: ["test/stand-ins/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        // Alone, after the others.
        test: {
          name: "timing",
          include: ["test/**/*.timing.test.ts"],
          testTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: { name: "cluster", include: ["test/cluster/**/*.test.ts"], testTimeout: 300_000, hookTimeout: 120_000 },
      },
      {
        // One after the other: they share a cluster with one node.
        test: {
          name: "node",
          include: ["test/node/**/*.test.ts"],
          globalSetup: ["test/node/global-setup.ts"],
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
