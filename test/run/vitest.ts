import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { projectFolder } from "../../ci/paths.ts";
import type { Case } from "./case.ts";
import { casesFileVariable } from "./case-reporter.ts";

/** The cases of some projects of vitest.config.ts. Vitest's own report is shown meanwhile. */
export async function runVitest(...projects: readonly string[]): Promise<readonly Case[]> {
  const folder = await mkdtemp(join(tmpdir(), "test-cases-"));
  const file = join(folder, "cases.json");
  try {
    const reporters = ["--reporter=default", "--reporter=./test/run/case-reporter.ts"];
    const chosen = projects.flatMap((project) => ["--project", project]);
    const result = await execa("vitest", ["run", ...chosen, ...reporters], {
      cwd: projectFolder,
      preferLocal: true,
      localDir: projectFolder,
      env: { [casesFileVariable]: file },
      stdin: "ignore",
      stdout: "inherit",
      stderr: "inherit",
      reject: false,
    });
    const cases = await readCases(file);
    if (cases.length === 0) return [failure(projects, "vitest ran no test and reported nothing")];
    const seen = cases.some(({ outcome }) => outcome === "failed");
    return result.failed && !seen
      ? [...cases, failure(projects, "vitest failed for a reason outside of the tests")]
      : cases;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What the reporter wrote; nothing when vitest ended before it could report. */
export async function readCases(file: string): Promise<readonly Case[]> {
  try {
    const cases: readonly Case[] = JSON.parse(await readFile(file, "utf8"));
    return cases;
  } catch {
    return [];
  }
}

function failure(projects: readonly string[], reason: string): Case {
  return {
    name: `vitest of ${projects.join(" and ")}`,
    outcome: "failed",
    reason: `${reason}; its output above says more`,
  };
}
