import type { JsonValue } from "../../values/json-schema.ts";
import { pathsBeyond, returned } from "./difference.ts";
import { type Way, withAssignments } from "./way.ts";

/** What values are to bring about. */
export interface Aim {
  /** What may bring them nearer to it. */
  readonly ways: (values: JsonValue) => readonly Way[];
  /** How much they lack. Less of the first is better than any of those after it. */
  readonly lacks: (values: JsonValue) => readonly number[];
}

/**
 * Values nearer to an aim than those to start with: each proposal is taken that really makes things better, simple ones
 * first, until none does. What turns out to be of no use is taken back.
 */
export function search(start: JsonValue, aim: Aim): JsonValue {
  let values = start;
  let lacks = aim.lacks(values);
  for (;;) {
    const before = values;
    for (const way of distinct(aim.ways(values))) {
      const next = withAssignments(values, way);
      const lacksNext = aim.lacks(next);
      if (isLess(lacksNext, lacks)) [values, lacks] = [next, lacksNext];
    }
    if (values === before) return withoutUseless(start, values, aim);
  }
}

/** Each proposal once, simple ones first. */
function distinct(ways: readonly Way[]): readonly Way[] {
  const byText = new Map(ways.filter((way) => way.length > 0).map((way) => [JSON.stringify(way), way]));
  return [...byText.values()].sort((a, b) => a.length - b.length);
}

/** Whether some figures are less than others: the first counts most. */
function isLess(some: readonly number[], others: readonly number[]): boolean {
  const index = some.findIndex((lack, place) => lack !== others[place]);
  return index >= 0 && (some[index] ?? 0) < (others[index] ?? 0);
}

function withoutUseless(start: JsonValue, values: JsonValue, aim: Aim): JsonValue {
  let kept = values;
  let lacks = aim.lacks(kept);
  for (const path of pathsBeyond(start, values)) {
    const without = returned(start, kept, path);
    const lacksWithout = aim.lacks(without);
    if (!isLess(lacks, lacksWithout)) [kept, lacks] = [without, lacksWithout];
  }
  return kept;
}

/** What would bring values nearer to an aim but for its first measure. */
export function onlyRefused(values: JsonValue, aim: Aim): readonly JsonValue[] {
  const [first = 0, ...others] = aim.lacks(values);
  return distinct(aim.ways(values)).flatMap((way) => {
    const next = withAssignments(values, way);
    const [firstNext = 0, ...othersNext] = aim.lacks(next);
    return firstNext > first && isLess(othersNext, others) ? [next] : [];
  });
}
