import { isDeepStrictEqual } from "node:util";
import { isMapping } from "../values/json.ts";
import type { Change } from "./change.ts";
import type { ReleaseRecord } from "./record.ts";
import { schemaChanges } from "./schema-changes.ts";

/** How two versions of a chart differ in what their users have to do with. */
export function changesBetween(before: ReleaseRecord, after: ReleaseRecord): readonly Change[] {
  return [
    ...schemaChanges(before.schema, after.schema),
    ...defaultChanges(before.defaults, after.defaults, []),
    ...ruleChanges(before, after),
    ...objectChanges(before, after),
  ];
}

/** Defaults that differ, of values that both have: the others are new or gone, which the schema says. */
function defaultChanges(before: unknown, after: unknown, path: readonly string[]): readonly Change[] {
  if (isMapping(before) && isMapping(after)) {
    const both = Object.keys(before).filter((name) => Object.hasOwn(after, name));
    return both.flatMap((name) => defaultChanges(before[name], after[name], [...path, name]));
  }
  if (isDeepStrictEqual(before, after)) return [];
  const detail = `another default, ${JSON.stringify(before)} → ${JSON.stringify(after)}`;
  return [{ path: path.join("."), kind: "default", detail }];
}

function ruleChanges(before: ReleaseRecord, after: ReleaseRecord): readonly Change[] {
  const more = after.rules.filter((rule) => !before.rules.includes(rule));
  const gone = before.rules.filter((rule) => !after.rules.includes(rule));
  return [
    ...more.map((rule): Change => ({ path: rule, kind: "narrowed", detail: "a combination that is refused now" })),
    ...gone.map((rule): Change => ({ path: rule, kind: "widened", detail: "a combination that is no longer refused" })),
  ];
}

function objectChanges(before: ReleaseRecord, after: ReleaseRecord): readonly Change[] {
  const now = new Map(after.objects.map(({ object, selector }) => [object, selector]));
  const old = new Set(before.objects.map(({ object }) => object));
  const lost = before.objects.flatMap(({ object, selector }): Change[] => {
    if (!now.has(object)) return [{ path: object, kind: "object changed", detail: "no longer made, or renamed" }];
    if (isDeepStrictEqual(selector, now.get(object))) return [];
    return [{ path: object, kind: "object changed", detail: "selects others" }];
  });
  const added = [...now.keys()].filter((object) => !old.has(object));
  return [...lost, ...added.map((path): Change => ({ path, kind: "object added", detail: "a new object" }))];
}
