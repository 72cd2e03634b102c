import { UsageError } from "../../command-line/usage-error.ts";
import { charts } from "../../generator/charts/index.ts";
import type { Chart } from "../../generator/topology/chart.ts";

/**
 * The charts of these names; all of them where there is none.
 * @throws UsageError for an unknown name
 */
export function selectedCharts(names: readonly string[]): readonly Chart[] {
  const known = charts.map(({ metadata }) => metadata.name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new UsageError(`there is no chart "${unknown}"; there is ${known.join(", ")}`);
  return names.length === 0 ? charts : charts.filter(({ metadata }) => names.includes(metadata.name));
}
