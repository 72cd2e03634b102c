import { callerOf, type Place } from "./place.ts";

/** A Kubernetes quantity such as `500m` or `1Gi`; the empty string leaves it out. */
export interface Quantity {
  readonly kind: "quantity";
  readonly description: string;
  readonly default: string;
  readonly place: Place;
}

/**
 * Declares a quantity; without a default it is left out.
 * The grammar is that of the Kubernetes documentation, "Quantity" in the common definitions.
 */
export function quantity(description: string, options: Partial<Pick<Quantity, "default">> = {}): Quantity {
  return { kind: "quantity", description, default: "", ...options, place: callerOf(quantity) };
}
