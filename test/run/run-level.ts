import { ensureTools } from "../../ci/tools/install.ts";
import { printProgress } from "../../ci/tools/progress.ts";
import type { Case } from "./case.ts";
import type { Level, Result } from "./level.ts";
import type { Output } from "./program.ts";

/** A level that has started. */
export interface Started {
  /** Not when something was in the way: then the result is there already. */
  readonly isRunning: boolean;
  readonly result: Promise<Result>;
}

/**
 * Makes sure that a level has what it needs, which may take long, and starts it. Where its tools cannot be had it is
 * skipped, unless nothing may be skipped.
 */
export async function startLevel(level: Level, maySkip: boolean, output: Output): Promise<Started> {
  const started = Date.now();
  const obstacle = await obstacleTo(level);
  const cases = obstacle ? [obstacle] : casesOf(level, output);
  return { isRunning: obstacle === undefined, result: resultOf(level, maySkip, cases, started) };
}

async function resultOf(
  { name }: Level,
  maySkip: boolean,
  running: Promise<readonly Case[]> | readonly Case[],
  started: number,
): Promise<Result> {
  const cases = await running;
  return {
    level: name,
    cases: maySkip ? cases : cases.map(mustRun),
    seconds: Math.round((Date.now() - started) / 1000),
  };
}

/** What keeps a level from being run. */
async function obstacleTo({ name, requirements, tools, prepare }: Level): Promise<Case | undefined> {
  const lacking = await problemOf(async () => requirements?.());
  if (lacking !== undefined) return all(name, "failed", lacking);
  const missing = await problemOf(async () => {
    await ensureTools(tools, printProgress);
    await prepare?.();
  });
  return missing === undefined ? undefined : all(name, "skipped", missing);
}

/** Its cases. A level that cannot go on has failed, and the others are run. */
async function casesOf({ name, run }: Level, output: Output): Promise<readonly Case[]> {
  let cases: readonly Case[] = [];
  const problem = await problemOf(async () => {
    cases = await run(output);
  });
  return problem === undefined ? cases : [all(name, "failed", problem)];
}

function all(level: string, outcome: "failed" | "skipped", reason: string): Case {
  return { name: `all of level ${level}`, outcome, reason };
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
