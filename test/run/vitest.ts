import { rmSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nodeEnvironment } from "../../ci/node-environment.ts";
import { onExit } from "../../ci/on-exit.ts";
import type { Case } from "./case.ts";
import { casesFileVariable } from "./case-reporter.ts";
import { type Output, runProgram } from "./program.ts";

/** The cases of some projects of vitest.config.ts. Vitest's own report is shown meanwhile. */
export async function runVitest(output: Output, ...projects: readonly string[]): Promise<readonly Case[]> {
  const folder = await mkdtemp(join(tmpdir(), "test-cases-"));
  const forget = onExit(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "cases.json");
  try {
    const reporters = ["--reporter=default", "--reporter=./test/run/case-reporter.ts"];
    const chosen = projects.flatMap((project) => ["--project", project]);
    const words = ["run", ...chosen, ...reporters];
    const env = { ...nodeEnvironment, [casesFileVariable]: file };
    const { failed } = await runProgram(output, "vitest", words, env);
    const cases = await readCases(file);
    if (cases.length === 0) return [failure(projects, "vitest ran no test and reported nothing")];
    const seen = cases.some(({ outcome }) => outcome === "failed");
    return failed && !seen ? [...cases, failure(projects, "vitest failed for a reason outside of the tests")] : cases;
  } finally {
    await rm(folder, { recursive: true, force: true });
    forget();
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
