import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { helms, runHelm } from "../helm.ts";
import { parseObjects } from "../kubernetes-object.ts";
import { chartFolder, chartNames } from "../preset.ts";

describe.each(chartNames)("%s within an umbrella chart", (chart) => {
  const folder = mkdtempSync(join(tmpdir(), "umbrella-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  beforeAll(() => {
    mkdirSync(join(folder, "charts"));
    cpSync(chartFolder(chart), join(folder, "charts", chart), { recursive: true });
    const dependency = { name: chart, version: ">=0.0.0-0", condition: `${chart}.enabled` };
    const umbrella = { apiVersion: "v2", name: "umbrella", version: "1.0.0", dependencies: [dependency] };
    writeFileSync(join(folder, "Chart.yaml"), stringify(umbrella));
  });

  function render(helm: (typeof helms)[number], values: object): ReturnType<typeof runHelm> {
    const file = join(folder, `${helm}.json`);
    writeFileSync(file, JSON.stringify(values));
    return runHelm(helm, "template", "release", folder, "--values", file);
  }

  test.each(helms)("%s: what is meant for other charts is accepted", async (helm) => {
    const global = { imageRegistry: "registry.example.com", postgresql: { auth: { existingSecret: "x" } } };
    const { succeeded, stdout, stderr } = await render(helm, { global, [chart]: { enabled: true } });
    expect(succeeded, stderr).toBe(true);
    expect(parseObjects(stdout).length).toBeGreaterThan(0);
    expect(stdout).toContain("registry.example.com/");
  });

  test.each(helms)("%s: it can be left out", async (helm) => {
    const { succeeded, stdout, stderr } = await render(helm, { [chart]: { enabled: false } });
    expect(succeeded, stderr).toBe(true);
    expect(parseObjects(stdout)).toEqual([]);
  });

  test.each(helms)("%s: a misspelt value is refused all the same", async (helm) => {
    const { succeeded, stderr } = await render(helm, { [chart]: { enabeld: true } });
    expect(succeeded).toBe(false);
    expect(stderr).toContain("enabeld");
  });
});
