import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { expect, test } from "vitest";
import { projectFolder } from "../../ci/paths.ts";
import { toolPath } from "../../ci/tools/install.ts";
import { chartTesting, type Run } from "../ct/chart-testing.ts";
import { cluster } from "./cluster.ts";

/** What a version has in a file in place of what the project's chart has there. */
interface Difference {
  readonly file: string;
  readonly from: RegExp;
  readonly to: string;
}

const olderVersion: Difference = { file: "Chart.yaml", from: /^version: .*/m, to: "version: 1.0.0" };
const newerVersion: Difference = { ...olderVersion, to: "version: 1.0.1" };

/**
 * Has ct upgrade a chart with its defaults, from an older version to a newer one and from that to itself: in a repository
 * whose branch main has the older one.
 */
async function upgrade(chart: string, older: Difference, newer: readonly Difference[] = []): Promise<Run> {
  const folder = await mkdtemp(join(tmpdir(), "ct-upgrade-"));
  try {
    const files = join(folder, "charts", chart);
    await cp(join(projectFolder, "charts", chart), files, { recursive: true });
    await cp(join(projectFolder, "ci", "chart-testing"), join(folder, "ci", "chart-testing"), { recursive: true });
    for (const name of await readdir(join(files, "ci")))
      if (name !== "default-values.yaml") await rm(join(files, "ci", name));
    const takeBack = await change(files, [olderVersion, older]);
    await git(folder, "init", "--quiet", "--initial-branch", "main");
    await git(folder, "add", ".");
    await git(folder, "commit", "--quiet", "--message", "Older");
    await takeBack();
    await change(files, [newerVersion, ...newer]);
    const words = ["install", "--upgrade", "--charts", `charts/${chart}`, "--remote", "heads"];
    return await chartTesting(words, { folder, env: cluster.env, programs: [toolPath("kubectl")] });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Changes files, and returns how to take that back. */
async function change(files: string, differences: readonly Difference[]): Promise<() => Promise<void>> {
  const former = new Map<string, string>();
  for (const { file, from, to } of differences) {
    const path = join(files, file);
    const content = await readFile(path, "utf8");
    expect(content).toMatch(from);
    former.set(path, content);
    await writeFile(path, content.replace(from, to));
  }
  return async () => {
    for (const [path, content] of former) await writeFile(path, content);
  };
}

async function git(folder: string, ...words: readonly string[]): Promise<void> {
  const author = ["-c", "user.name=test", "-c", "user.email=test@example.com"];
  await execa("git", [...author, ...words], { cwd: folder });
}

const otherDefault: readonly [string, Difference][] = [
  ["foxctl", { file: "values.yaml", from: /^ {2}level: info$/m, to: "  level: warn" }],
  ["arizuko", { file: "values.yaml", from: /^logLevel: info$/m, to: "logLevel: warn" }],
];

// ct waits most of the time.
test.concurrent.each(otherDefault)("ct upgrades %s from a version with another default", async (chart, older) => {
  const { succeeded, output } = await upgrade(chart, older);
  expect(succeeded, output).toBe(true);
  expect(output).toMatch(/relative to previous revision .*1\.0\.0/);
  // What ct says where the older version does not even install.
  expect(output).not.toMatch(/skipped/i);
});

test.concurrent("ct fails where the newer version cannot take the place of the older one", async () => {
  const older: Difference = { file: "values.yaml", from: /^ {2}level: info$/m, to: "  level: warn" };
  const selector: Difference = {
    file: join("templates", "_helpers.tpl"),
    from: /(\{\{- define "foxctl\.selectorLabels" -\}\}\n)/,
    to: "$1other: label\n",
  };
  const { succeeded, output } = await upgrade("foxctl", older, [selector]);
  expect(succeeded, output).toBe(false);
  // The older one was well.
  expect(output).toMatch(/Phase: +Succeeded/);
  expect(output).toMatch(/UPGRADE FAILED.*field is immutable/s);
  expect(output).not.toMatch(/has been upgraded|skipped/);
});
