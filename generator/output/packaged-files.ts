import type { Chart } from "../topology/chart.ts";
import { chartFiles } from "./chart-files.ts";
import { isPackaged } from "./helmignore.ts";
import { byCodeUnits } from "./produced.ts";

/** The files of a packaged chart by their paths in it: Chart.yaml first, where readers look for it, and the rest sorted. */
export function packagedFiles(chart: Chart): readonly (readonly [path: string, text: string])[] {
  const folder = `charts/${chart.metadata.name}/`;
  const files = [...chartFiles(chart)].flatMap(([path, text]): [string, string][] =>
    path.startsWith(folder) ? [[path.slice(folder.length), text]] : [],
  );
  const packaged = files.filter(([path]) => isPackaged(path)).sort(([a], [b]) => byCodeUnits(a, b));
  const isFirst = ([path]: readonly [string, string]) => path === "Chart.yaml";
  return [...packaged.filter(isFirst), ...packaged.filter((file) => !isFirst(file))];
}
