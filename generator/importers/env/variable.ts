import type { Occurrence } from "../environment/occurrences.ts";
import { knownValue } from "../solve/scope.ts";

/** A variable that somebody sets, and all that the chart does with one of that name. */
export interface Variable {
  readonly name: string;
  readonly value: string;
  readonly places: readonly Occurrence[];
}

/** The key of a Secret that containers read a variable from: the one that all of them do. */
export function secretKeyOf({ places }: Variable): string | undefined {
  const [key, ...others] = keysOf(places);
  return others.length === 0 ? key : undefined;
}

/** Whether containers read it from several keys: it is then not one secret, but one for each of them. */
export function isOneEach({ places }: Variable): boolean {
  return keysOf(places).length > 1;
}

function keysOf(places: readonly Occurrence[]): readonly string[] {
  const keys = places.flatMap(({ set, scope }) => ("key" in set ? [knownValue(set.key, scope)] : []));
  return [...new Set(keys.filter((key) => typeof key === "string"))];
}
