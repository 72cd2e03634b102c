import { defineConfig } from "vitest/config";
import { goEnvironment as env } from "./ci/go-environment.ts";

/** For files that leave nothing changed behind: they share the model and what is known of it, which takes long to make. */
const shared = { isolate: false } as const;

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
          ...shared,
          include: [
            "test/command-line/**/*.test.ts",
            "test/generator/**/*.test.ts",
            "test/ci/**/*.test.ts",
            "test/run/**/*.test.ts",
            "test/documents/**/*.test.ts",
            "test/unittest/**/*.test.ts",
            "ci/**/*.test.ts",
          ],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "charts",
          ...shared,
          env,
          include: ["test/charts/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: { name: "ct", env, include: ["test/ct/**/*.test.ts"], testTimeout: 300_000, hookTimeout: 300_000 },
      },
      {
        test: {
          name: "release",
          env,
          include: ["test/release/**/*.test.ts"],
          globalSetup: ["test/cluster/shared-server.ts"],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: { name: "policies", ...shared, env, include: ["test/policies/**/*.test.ts"], testTimeout: 300_000 },
      },
      {
        test: {
          name: "differential",
          ...shared,
          env,
          include: ["test/differential/**/*.test.ts", "test/properties/**/*.test.ts"],
          testTimeout: 1_200_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "stand-ins",
          ...shared,
          include: ["test/stand-ins/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        // Alone, one by one, after the others.
        test: {
          name: "timing",
          fileParallelism: false,
          include: ["test/bench/**/*.timing.test.ts"],
          testTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: "cluster",
          ...shared,
          env,
          include: ["test/cluster/**/*.test.ts"],
          globalSetup: ["test/cluster/shared-server.ts"],
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
      {
        test: {
          name: "documents",
          env,
          include: ["test/commands/**/*.test.ts"],
          globalSetup: ["test/commands/global-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 300_000,
        },
      },
      {
        // Files share a cluster; each makes room on its node again.
        test: {
          name: "node",
          env,
          include: ["test/node/**/*.test.ts"],
          globalSetup: ["test/node/global-setup.ts"],
          setupFiles: ["test/node/free-node.ts"],
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
