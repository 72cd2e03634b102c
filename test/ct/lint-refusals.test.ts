import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { afterEach, beforeEach, expect, test } from "vitest";
import { projectFolder } from "../../ci/paths.ts";
import { chartTesting, type Run } from "./chart-testing.ts";

const chart = join("charts", "arizuko");

/** A repository with one chart, committed on main, that further files can be changed in. */
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "ct-"));
  for (const part of [chart, join("ci", "chart-testing")]) {
    await cp(join(projectFolder, part), join(folder, part), { recursive: true });
  }
  await git("init", "--quiet", "--initial-branch", "main");
  await git("add", ".");
  await git("-c", "user.name=test", "-c", "user.email=test@example.com", "commit", "--quiet", "--message", "Start");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const changes: [string, { readonly file: string; readonly from: RegExp; readonly to: string }, RegExp | undefined][] = [
  [
    "a template without a new version",
    { file: "templates/NOTES.txt", from: /$/, to: "\nMore.\n" },
    /Needs a version bump/,
  ],
  ["a file that is not packaged", { file: "ci/default-values.yaml", from: /^/, to: "# More.\n" }, undefined],
  ["an older version", { file: "Chart.yaml", from: /version: .*/, to: "version: 0.0.9" }, /Needs a version bump/],
  ["a newer version", { file: "Chart.yaml", from: /version: .*/, to: "version: 99.0.0" }, undefined],
  [
    "a field that Chart.yaml has not",
    { file: "Chart.yaml", from: /^version: .*/m, to: "version: 99.0.0\nengine: x" },
    /engine: Unexpected element/,
  ],
];

test.each(changes)("%s", async (_, { file, from, to }, refusal) => {
  await change(file, from, to);
  const { succeeded, output } = await lint();
  expect(succeeded, output).toBe(refusal === undefined);
  if (refusal) expect(output).toMatch(refusal);
});

test("a suite that fails, by the project's own commands", async () => {
  await rm(join(folder, "ci"), { recursive: true });
  await symlink(join(projectFolder, "ci"), join(folder, "ci"));
  await mkdir(join(folder, "test/unittest/arizuko"), { recursive: true });
  const lintWith = async (kind: string): Promise<Run> => {
    await writeFile(join(folder, "test/unittest/arizuko/kind_test.yaml"), suiteOf(kind));
    return chartTesting(["lint", "--remote", "heads", "--charts", chart], { folder });
  };
  const right = await lintWith("Deployment");
  expect(right.succeeded, right.output).toBe(true);
  expect(right.output).toMatch(/Tests: +1 passed/);
  expect(right.output).toContain("objects fit Kubernetes");
  expect(await lintWith("Secret")).toMatchObject({
    succeeded: false,
    output: expect.stringMatching(/Tests: +1 failed/),
  });
});

function suiteOf(kind: string): string {
  return `templates: [system/deployment.yaml]
tests:
  - it: has a kind
    asserts: [{ isKind: { of: ${kind} } }]
`;
}

/** As for the project, but for the commands that need more of it than the chart. */
function lint(): Promise<Run> {
  return chartTesting(["lint", "--remote", "heads", "--additional-commands", "true"], { folder });
}

async function change(file: string, from: RegExp, to: string): Promise<void> {
  const path = join(folder, chart, file);
  await writeFile(path, (await readFile(path, "utf8")).replace(from, to));
}

async function git(...words: readonly string[]): Promise<void> {
  await execa("git", words, { cwd: folder });
}
