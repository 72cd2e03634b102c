import { readdirSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { projectFolder } from "../../ci/paths.ts";
import { toolPath } from "../../ci/tools/install.ts";
import { charts } from "../../generator/charts/index.ts";
import { chartFolder } from "../charts/preset.ts";
import { chartTesting, type Run } from "../ct/chart-testing.ts";
import { cluster } from "./cluster.ts";

const settings = join("ci", "chart-testing");

/** Has ct install the project's chart with one file of values and test it, which leaves nothing. */
async function install(chart: string, file: string, values: string): Promise<Run> {
  const folder = await mkdtemp(join(tmpdir(), "ct-install-"));
  try {
    const own = join(folder, "charts", chart);
    await cp(chartFolder(chart), own, { recursive: true });
    await cp(join(projectFolder, settings), join(folder, settings), { recursive: true });
    await rm(join(own, "ci"), { recursive: true });
    await mkdir(join(own, "ci"));
    await writeFile(join(own, "ci", file), values);
    const programs = [toolPath("kubectl")];
    return await chartTesting(["install", "--charts", `charts/${chart}`], { folder, env: cluster.env, programs });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The files of values that ct is given for a chart, but for those that ask for what no test cluster has. */
const given = charts.flatMap(({ metadata: { name }, profiles }) => {
  const folder = join(chartFolder(name), "ci");
  const lacking = profiles.filter(({ ci }) => ci.lacks !== undefined).map((profile) => `${profile.name}-values.yaml`);
  const files = readdirSync(folder).filter((file) => !lacking.includes(file));
  return files.map((file) => ({ chart: name, file, path: join(folder, file) }));
});

describe.concurrent("ct installs and tests", () => {
  test.each(given)("$chart with $file", async ({ chart, file, path }) => {
    const { succeeded, output } = await install(chart, file, await readFile(path, "utf8"));
    expect(succeeded, output).toBe(true);
  });
});

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

describe.concurrent("ct fails", () => {
  test.each(broken)("with %s and %s", async (chart, _, values, complaint) => {
    const { succeeded, output } = await install(chart, "broken-values.yaml", stringify(values));
    expect(succeeded, output).toBe(false);
    expect(output).toMatch(complaint);
    // Of the pod's description.
    expect(output).toMatch(/Status: +Failed/);
  });
});
