import type { Chart } from "../topology/chart.ts";
import { arizuko } from "./arizuko/chart.ts";
import { foxctl } from "./foxctl/chart.ts";

/** Every chart that is generated. */
export const charts: readonly Chart[] = [foxctl, arizuko];
