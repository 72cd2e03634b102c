import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { helms } from "../charts/helm.ts";
import { chartFolder, chartNames } from "../charts/preset.ts";
import { helm } from "./helm.ts";
import { liveObjects } from "./live-objects.ts";
import { newRelease } from "./server.ts";

const server = inject("server");

/** A newer version of a chart, which has one value more. */
function writeNewer(chart: string, folder: string): void {
  cpSync(chartFolder(chart), folder, { recursive: true });
  appendFileSync(join(folder, "values.yaml"), "\nadded: true\n");
  const file = join(folder, "values.schema.json");
  const schema = JSON.parse(readFileSync(file, "utf8"));
  schema.properties.added = { type: "boolean" };
  schema.required.push("added");
  writeFileSync(file, JSON.stringify(schema));
}

/** A value of the user's, and the variable that tells of it. */
const chosen: Readonly<Record<string, readonly [setting: string, variable: string]>> = {
  foxctl: ["logging.level=debug", "FOXCTL_LOGGING_LEVEL"],
  arizuko: ["logLevel=debug", "LOG_LEVEL"],
};

describe.each(chartNames)("values of %s on the way to a version that has one more", (chart) => {
  const folder = mkdtempSync(join(tmpdir(), "newer-"));
  beforeAll(() => writeNewer(chart, folder));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(helms)("%s: are refused as a whole where the new one is left out, and kept beside it", async (version) => {
    const [setting, variable] = chosen[chart] ?? ["", ""];
    const release = await newRelease(server, { chart, name: version, files: [] }, "kept-values");
    await helm(release, version, "install", chartFolder(chart), "--set", setting);
    const before = await liveObjects(release);

    await expect(helm(release, version, "upgrade", folder, "--reuse-values")).rejects.toThrow(
      /missing property 'added'/,
    );
    expect(await liveObjects(release)).toEqual(before);
    expect(JSON.parse(await helm(release, version, "history", "--output", "json"))).toHaveLength(1);

    await helm(release, version, "upgrade", folder, "--reset-then-reuse-values");
    const configured = [...(await liveObjects(release)).values()].filter(({ kind }) => kind === "ConfigMap");
    expect(JSON.stringify(configured)).toContain(`"${variable}":"debug"`);
  });
});
