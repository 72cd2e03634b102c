import type { Chart } from "../topology/chart.ts";
import { loaders } from "./loaders.ts";

/** Every chart that is generated. */
export const charts: readonly Chart[] = await Promise.all(loaders.map(({ load }) => load()));
