import { join } from "node:path";
import semver from "semver";
import { runProgram } from "../../command-line/program.ts";
import { printJson } from "../../generator/output/json.ts";
import { recordOf } from "../../generator/release/record.ts";
import { recordName, recordsFolder } from "../../generator/release/record-file.ts";
import type { Chart } from "../../generator/topology/chart.ts";
import { projectFolder } from "../paths.ts";
import { fileRepository } from "./file-repository.ts";
import { packagingOptions } from "./packaging-options.ts";
import { selectedCharts } from "./selected-charts.ts";

await runProgram({
  command: "npm run record",
  description: `Writes down what the charts look like that were just released, in ${recordsFolder}/, to be committed: the next
version must be a large enough step from there. A pre-release is not recorded.`,
  options: { chart: packagingOptions.chart },
  run: async ({ chart }) => {
    for (const one of await selectedCharts(chart)) process.stdout.write(`${await record(one)}\n`);
    return 0;
  },
});

async function record(chart: Chart): Promise<string> {
  const { name, version } = chart.metadata;
  if (semver.prerelease(version) !== null)
    return `${name} ${version} is a pre-release, which binds nobody: not recorded`;
  const content = new TextEncoder().encode(`${printJson(recordOf(chart))}\n`);
  const folder = fileRepository(join(projectFolder, recordsFolder));
  const there = await folder.read(recordName(name));
  if (there !== undefined && Buffer.compare(there, content) === 0)
    return `${recordsFolder}/${recordName(name)} is that of ${version} already`;
  await folder.write(recordName(name), content);
  return `wrote ${recordsFolder}/${recordName(name)}, for ${version}: commit it`;
}
