import { documentParts, helpersIn } from "../template/walk.ts";
import type { Chart } from "../topology/chart.ts";
import { chartHelpers } from "../topology/parts.ts";
import type { Problem } from "./problem.ts";

/** Different helpers of one name: Helm would take the last for both. */
export function repeatedHelpers(chart: Chart): readonly Problem[] {
  const byName = Map.groupBy(chartHelpers(chart), ({ name }) => name);
  return [...byName].flatMap(([name, [, second]]) => {
    if (!second) return [];
    const user = chart.documents.find((document) => helpersIn(documentParts(document)).has(second));
    const message = `there are two helpers named "${name}", and one is used here; rename one or make it once`;
    return [{ place: (user ?? chart.values).place, message }];
  });
}
