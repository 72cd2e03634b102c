import { ensureTools } from "../../ci/tools/install.ts";
import { printProgress } from "../../ci/tools/progress.ts";
import type { Case } from "./case.ts";
import type { Level, Result } from "./level.ts";

/** Runs a level. Where its tools cannot be had it is skipped, unless nothing may be skipped. */
export async function runLevel(level: Level, maySkip: boolean): Promise<Result> {
  const started = Date.now();
  const problem = await problemWithTools(level);
  const cases = problem === undefined ? await level.run() : [unprepared(level, problem)];
  return {
    level: level.name,
    cases: maySkip ? cases : cases.map(mustRun),
    seconds: Math.round((Date.now() - started) / 1000),
  };
}

async function problemWithTools({ tools }: Level): Promise<string | undefined> {
  try {
    await ensureTools(tools, printProgress);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function unprepared({ name }: Level, problem: string): Case {
  return { name: `all of level ${name}`, outcome: "skipped", reason: problem };
}

function mustRun(each: Case): Case {
  return each.outcome === "skipped"
    ? { ...each, outcome: "failed", reason: `skipped, which CI does not allow: ${each.reason ?? ""}` }
    : each;
}
