import type { Chapter } from "./figures.ts";

/** One measurement of the benchmark. What it needs is loaded when it runs, so that a part costs nothing to the others. */
export interface Part {
  readonly name: string;
  readonly purpose: string;
  /** How often everything is measured, where the command line does not say. */
  readonly rounds: number;
  /** Whether it is left out unless it is asked for by name. */
  readonly onlyByName?: true;
  readonly measure: (rounds: number) => Promise<Chapter>;
}

export const parts: readonly Part[] = [
  {
    name: "generate",
    purpose: "npm run gen, beside Node with its libraries and beside cdk8s",
    rounds: 15,
    measure: async (rounds) => (await import("./generate.ts")).measureGenerator(rounds),
  },
  {
    name: "growth",
    purpose: "a model of 10, 100 and 1,000 components",
    rounds: 3,
    measure: async (rounds) => (await import("./growth.ts")).measureGrowth(rounds),
  },
  {
    name: "render",
    purpose: "helm template of each chart, beside the chart of helm create and charts of others",
    rounds: 15,
    measure: async (rounds) => (await import("./render.ts")).measureRendering(rounds),
  },
  {
    name: "evaluator",
    purpose: "rendering without Helm, beside helm template",
    rounds: 10,
    measure: async (rounds) => (await import("./evaluator.ts")).measureEvaluator(rounds),
  },
  {
    name: "installation",
    purpose: "a cluster, and helm install until all is ready; needs root",
    rounds: 3,
    measure: async (rounds) => (await import("./installation.ts")).measureInstallation(rounds),
  },
  {
    name: "levels",
    purpose: "each level of npm test; takes as long as npm test",
    rounds: 1,
    onlyByName: true,
    measure: async () => (await import("./levels.ts")).measureLevels(),
  },
];
