import { join } from "node:path";
import { runProgram } from "../../command-line/program.ts";
import { withProgress } from "../../command-line/progress.ts";
import { UsageError } from "../../command-line/usage-error.ts";
import { foxctl } from "../../generator/charts/foxctl/chart.ts";
import { chartUnderValues } from "../../generator/importers/chart-under-values.ts";
import { importOverlay } from "../../generator/importers/overlay/overlay-import.ts";
import { overlayReport } from "../../generator/importers/overlay/overlay-report.ts";
import { valuesFile } from "../../generator/output/values-file.ts";
import { defaultOf } from "../../generator/values/defaults.ts";
import { everybody, schemaFor, withFiles, writeOwn } from "./files.ts";
import { renderOverlay } from "./kustomize.ts";
import { importOptions } from "./options.ts";

await runProgram({
  command: "npm run overlay-import",
  operands: "DIR",
  description: `
Turns a Kustomize overlay of foxctl into values for the chart, and tells what has no equivalent.
What the overlay's Secrets hold is not read: values name the Secrets.`,
  options: importOptions,
  run: async (given, [folder, ...others]) => {
    if (folder === undefined || others.length > 0) throw new UsageError("One DIR is needed");
    const { release = "foxctl", namespace = "foxctl", out = "." } = given;
    const objects = await renderOverlay(folder);
    const chart = chartUnderValues(foxctl, { name: release, namespace });
    const start = await withFiles(defaultOf(foxctl.values), given.values);
    const result = await withProgress("comparing with the chart", async () => importOverlay(objects, chart, start));
    const file = join(out, "foxctl-values.yaml");
    const head = [`Values for foxctl, from ${folder} by \`npm run overlay-import\`.`];
    const content = valuesFile(foxctl, schemaFor(foxctl, file), head, result.values);
    await writeOwn([{ path: file, content, mode: everybody }], given.force);
    process.stdout.write(`${overlayReport(result)}Written: ${file}\n`);
    return 0;
  },
});
