import type { Chart } from "../topology/chart.ts";

/** A chart by name, which is loaded when somebody asks for it. */
export interface Loader {
  /** The chart's name, and that of its folder here. */
  readonly name: string;
  readonly load: () => Promise<Chart>;
}

/** Every chart that is generated. */
export const loaders: readonly Loader[] = [
  { name: "foxctl", load: async () => (await import("./foxctl/chart.ts")).foxctl },
  { name: "arizuko", load: async () => (await import("./arizuko/chart.ts")).arizuko },
];
