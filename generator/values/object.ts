import { callerOf, type Place } from "./place.ts";

/** Any object at all, such as a whole Kubernetes manifest of the user's. Its content is not checked. */
export interface AnyObject {
  readonly kind: "object";
  readonly description: string;
  readonly default: Readonly<Record<string, unknown>>;
  readonly place: Place;
}

/** Declares an object whose content is the user's own affair. */
export function object(description: string): AnyObject {
  return { kind: "object", description, default: {}, place: callerOf(object) };
}
