import { keep, recall } from "./kept.ts";
import type { Produced } from "./produced.ts";

/**
 * A chart's files, where an earlier run made them of the same origin and found nothing wrong.
 * @param origin a digest of all that the chart is made from
 */
export function madeBefore(chart: string, origin: string): Produced | undefined {
  const made = recall(nameOf(chart), origin);
  return made === undefined ? undefined : new Map(JSON.parse(made));
}

/** Keeps what was made of this origin, once nothing is wrong with it. */
export function keepMade(chart: string, origin: string, files: Produced): void {
  keep(nameOf(chart), origin, JSON.stringify([...files]));
}

function nameOf(chart: string): string {
  return `charts/${chart}`;
}
