import { cp, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { stringify } from "yaml";
import { projectFolder } from "../../ci/paths.ts";
import { toolPath } from "../../ci/tools/install.ts";
import { charts } from "../../generator/charts/index.ts";
import { chartTesting, type Run } from "../ct/chart-testing.ts";
import { cluster } from "./cluster.ts";

/** The project's charts and settings of ct, whose values can be chosen. */
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "ct-install-"));
  for (const part of ["charts", join("ci", "chart-testing")]) {
    await cp(join(projectFolder, part), join(folder, part), { recursive: true });
  }
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Installs a chart with each of its files, tests it, and leaves nothing. */
function install(chart: string): Promise<Run> {
  const programs = [toolPath("kubectl")];
  return chartTesting(["install", "--charts", `charts/${chart}`], { folder, env: cluster.env, programs });
}

const valuesFolder = (chart: string) => join(folder, "charts", chart, "ci");

test.each(charts)(
  "ct installs and tests $metadata.name with each profile that can run",
  async (chart) => {
    const { name } = chart.metadata;
    const applied = chart.profiles.filter(({ ci }) => ci.lacks !== undefined);
    for (const profile of applied) await rm(join(valuesFolder(name), `${profile.name}-values.yaml`));
    const { succeeded, output } = await install(name);
    expect(succeeded, output).toBe(true);
  },
  1_200_000,
);

const secret = (keys: readonly string[]) => ({
  apiVersion: "v1",
  kind: "Secret",
  metadata: { name: "own" },
  // Without a key for cookies proxyd has no pages.
  stringData: Object.fromEntries(keys.map((key) => [key, key === "AUTH_SECRET" ? "" : key])),
});
const daemons = ["AUTHD", "ROUTD", "ONBOD", "DASHD", "WEBD", "PROXYD"].map((name) => `AUTHD_SERVICE_KEY_${name}`);

/** Programs that are ready, and yet do not do what they are for. */
const broken: [string, string, object, RegExp][] = [
  [
    "foxctl",
    "a chat adapter that is not active",
    {
      chat: { adapter: "teams", teams: { tenantId: "tenant", clientId: "client" } },
      secrets: { chat: { values: { teamsClientSecret: "test" } } },
      core: { extraArgs: ["--chat=none"] },
    },
    /the Teams adapter does not answer/,
  ],
  [
    "arizuko",
    "a sign-in that is missing",
    {
      secrets: { existingSecret: "own" },
      extraObjects: { own: secret(["SECRETS_KEY", "AUTH_SECRET", ...daemons]) },
    },
    /GET \/dash\/: 404, expected 303/,
  ],
];

test.each(broken)("ct fails with %s and %s", async (chart, _, values, complaint) => {
  const files = valuesFolder(chart);
  for (const file of await readdir(files)) await rm(join(files, file));
  await writeFile(join(files, "broken-values.yaml"), stringify(values));
  const { succeeded, output } = await install(chart);
  expect(succeeded, output).toBe(false);
  expect(output).toMatch(complaint);
  expect(output).toMatch(/Phase: +Failed/);
});
