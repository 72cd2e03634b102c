import { callerOf, type Place } from "./place.ts";

/** A Kubernetes quantity such as `500m` or `1Gi`. */
export interface Quantity {
  readonly kind: "quantity";
  readonly description: string;
  readonly default: string;
  /** Whether the empty string leaves it out. */
  readonly removable: boolean;
  readonly place: Place;
}

/**
 * Declares a quantity.
 * The grammar is that of the Kubernetes documentation, "Quantity" in the common definitions.
 */
export function quantity(
  description: string,
  options: Pick<Quantity, "default"> & Partial<Pick<Quantity, "removable">>,
): Quantity {
  return { kind: "quantity", description, removable: false, ...options, place: callerOf(quantity) };
}
