import { callerOf, type Place } from "./place.ts";

/** True or false. */
export interface Switch {
  readonly kind: "boolean";
  readonly description: string;
  readonly default: boolean;
  readonly place: Place;
}

/** Declares a switch. */
export function boolean(description: string, options: Pick<Switch, "default">): Switch {
  return { kind: "boolean", description, ...options, place: callerOf(boolean) };
}
