import coerce from "semver/functions/coerce.js";
import gt from "semver/functions/gt.js";
import gte from "semver/functions/gte.js";
import inc from "semver/functions/inc.js";
import lt from "semver/functions/lt.js";
import type { Change } from "./change.ts";
import { type Step, stepFor, steps } from "./change.ts";
import { changesBetween } from "./changes.ts";
import type { ReleaseRecord } from "./record.ts";

/** The smallest step that these changes allow; nothing where nothing differs. */
export function neededStep(changes: readonly Change[], isContentSame: boolean): Step | undefined {
  if (changes.length === 0) return isContentSame ? undefined : "patch";
  return steps.findLast((step) => changes.some(({ kind }) => stepFor[kind] === step));
}

/** What is wrong with the version that a chart has, given its last release; nothing when all is well. */
export function versionProblem(before: ReleaseRecord, after: ReleaseRecord): string | undefined {
  const changes = changesBetween(before, after);
  const needed = neededStep(changes, before.content === after.content);
  if (lt(after.version, before.version)) return `version ${after.version} is older than the released ${before.version}`;
  if (needed === undefined) return undefined;
  const lowest = inc(before.version, needed) ?? before.version;
  // A pre-release of a version may come before it, with the same changes.
  const reached = coerce(after.version) ?? after.version;
  if (gt(after.version, before.version) && gte(reached, lowest)) return undefined;
  return [
    `version ${after.version} must be ${lowest} at least, a ${needed} step from the released ${before.version}:`,
    ...(changes.length === 0 ? ["  what the templates print or the schema says has changed"] : changes.map(describe)),
  ].join("\n");
}

function describe({ path, kind, detail }: Change): string {
  return `  ${stepFor[kind]}: ${path}: ${detail}`;
}
