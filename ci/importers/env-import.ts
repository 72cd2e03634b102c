import { join } from "node:path";
import { stringify } from "yaml";
import { runProgram } from "../../command-line/program.ts";
import { withProgress } from "../../command-line/progress.ts";
import { UsageError } from "../../command-line/usage-error.ts";
import { arizuko } from "../../generator/charts/arizuko/chart.ts";
import { arizukoSecret } from "../../generator/charts/arizuko/components/secrets.ts";
import { chartUnderValues } from "../../generator/importers/chart-under-values.ts";
import { parseEnvFile } from "../../generator/importers/env/env-file.ts";
import { importEnv } from "../../generator/importers/env/env-import.ts";
import { envReport } from "../../generator/importers/env/env-report.ts";
import type { SecretSupply } from "../../generator/importers/env/secret-supply.ts";
import { valuesFile } from "../../generator/output/values-file.ts";
import { defaultOf } from "../../generator/values/defaults.ts";
import { everybody, ownersOnly, readGiven, schemaFor, withFiles, writeOwn } from "./files.ts";
import { importOptions } from "./options.ts";

await runProgram({
  command: "npm run env-import",
  operands: "FILE",
  description: `
Turns the .env of an arizuko under Docker Compose into values for the chart and a Secret, and tells
what became of each line. What is secret is written to files that only you may read, and nowhere else.`,
  options: {
    ...importOptions,
    secret: { type: "string", argument: "NAME", description: "the name of the Secret, arizuko-env by default" },
    "remote-key": {
      type: "string",
      argument: "KEY",
      description: "have External Secrets read this entry of its store instead, and write the entry as JSON",
    },
  },
  run: async (given, [file, ...others]) => {
    if (file === undefined || others.length > 0) throw new UsageError("One FILE is needed");
    if (given.secret !== undefined && given["remote-key"] !== undefined)
      throw new UsageError("Either --secret or --remote-key, not both");
    const { release = "arizuko", namespace = "arizuko", out = "." } = given;
    const lines = parseEnvFile(file, await readGiven(file));
    const chart = chartUnderValues(arizuko, { name: release, namespace });
    const start = await withFiles(defaultOf(arizuko.values), given.values);
    const remoteKey = given["remote-key"];
    const supply: SecretSupply =
      remoteKey === undefined
        ? { source: arizukoSecret, existing: given.secret ?? "arizuko-env" }
        : { source: arizukoSecret, remoteKey };
    const result = await withProgress("comparing with the chart", async () => importEnv(lines, chart, supply, start));

    const valuesPath = join(out, "arizuko-values.yaml");
    const head = [`Values for arizuko, from ${file} by \`npm run env-import\`. Nothing here is secret.`];
    const values = valuesFile(arizuko, schemaFor(arizuko, valuesPath), head, result.values);
    const { name, data } = result.secret;
    const secretPath = join(out, remoteKey === undefined ? "arizuko-secret.yaml" : "arizuko-secret.json");
    const manifest = {
      apiVersion: "v1",
      kind: "Secret",
      metadata: { name, namespace },
      type: "Opaque",
      stringData: data,
    };
    const secret = remoteKey === undefined ? stringify(manifest) : `${JSON.stringify(data, undefined, 2)}\n`;
    const written = [
      { path: valuesPath, content: values, mode: everybody },
      { path: secretPath, content: secret, mode: ownersOnly },
    ];
    await writeOwn(written, given.force);

    process.stdout.write(envReport(file, result));
    process.stdout.write(`Written: ${valuesPath}, and ${secretPath} for your eyes only.\n`);
    return 0;
  },
});
