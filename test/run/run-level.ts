import { ensureTools } from "../../ci/tools/install.ts";
import { printProgress } from "../../ci/tools/progress.ts";
import type { Case } from "./case.ts";
import type { Level, Result } from "./level.ts";

/** Runs a level. Where its tools cannot be had it is skipped, unless nothing may be skipped. */
export async function runLevel(level: Level, maySkip: boolean): Promise<Result> {
  const started = Date.now();
  const cases = await casesOf(level);
  return {
    level: level.name,
    cases: maySkip ? cases : cases.map(mustRun),
    seconds: Math.round((Date.now() - started) / 1000),
  };
}

async function casesOf({ name, requirements, tools, run }: Level): Promise<readonly Case[]> {
  const all = `all of level ${name}`;
  const lacking = await problemOf(async () => requirements?.());
  if (lacking !== undefined) return [{ name: all, outcome: "failed", reason: lacking }];
  const unbuilt = await problemOf(() => ensureTools(tools, printProgress));
  if (unbuilt !== undefined) return [{ name: all, outcome: "skipped", reason: unbuilt }];
  return run();
}

async function problemOf(action: () => Promise<void>): Promise<string | undefined> {
  try {
    await action();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function mustRun(each: Case): Case {
  return each.outcome === "skipped"
    ? { ...each, outcome: "failed", reason: `skipped, which CI does not allow: ${each.reason ?? ""}` }
    : each;
}
