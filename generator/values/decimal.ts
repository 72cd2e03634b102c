import { callerOf, type Place } from "./place.ts";

/** A number that may have a fraction. */
export interface Decimal {
  readonly kind: "decimal";
  readonly description: string;
  readonly default: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly place: Place;
}

export type DecimalOptions = Pick<Decimal, "default"> & Partial<Pick<Decimal, "minimum" | "maximum">>;

/** Declares a number that may have a fraction. */
export function decimal(description: string, options: DecimalOptions): Decimal {
  return { kind: "decimal", description, ...options, place: callerOf(decimal) };
}
