import { createHash } from "node:crypto";
import { packagedFiles } from "../output/packaged-files.ts";
import type { Chart } from "../topology/chart.ts";

/** Names the version or tells of it, which is no change of what the chart does. */
const tellsOfVersion = ["Chart.yaml", "CHANGELOG.md", "README.md", "values.yaml"];

/** A digest of what a chart installs: that of its templates and of the schema of its values. */
export function contentDigest(chart: Chart): string {
  const hash = createHash("sha256");
  for (const [path, text] of packagedFiles(chart).filter(([path]) => !tellsOfVersion.includes(path)))
    hash.update(`${path}\0${text}\0`);
  return hash.digest("hex");
}
