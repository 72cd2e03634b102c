import { callerOf, type Place } from "./place.ts";

/** A number of at least one, or a share above nothing, such as `50%`. */
export interface IntOrPercent {
  readonly kind: "intOrPercent";
  readonly description: string;
  readonly default: number | `${number}%`;
  readonly place: Place;
}

/** Declares a number or share. */
export function intOrPercent(description: string, options: Pick<IntOrPercent, "default">): IntOrPercent {
  return { kind: "intOrPercent", description, ...options, place: callerOf(intOrPercent) };
}
