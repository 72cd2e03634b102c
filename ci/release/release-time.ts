import type { Chart } from "../../generator/topology/chart.ts";

/** Where no date is known yet: the first that every kind of archive can hold. */
const unknown = "1980-01-01";

/** The time that archives and registries show for a chart's version: the same wherever and whenever it is packaged. */
export function releaseTime({ releases }: Chart): Date {
  return new Date(`${releases[0].date ?? unknown}T00:00:00Z`);
}
