import { callerOf, type Place } from "./place.ts";

/** A whole number. */
export interface Integer {
  readonly kind: "integer";
  readonly description: string;
  readonly default: number;
  readonly example?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly place: Place;
}

export type IntegerOptions = Pick<Integer, "default"> & Partial<Pick<Integer, "example" | "minimum" | "maximum">>;

/** Declares a whole number. */
export function integer(description: string, options: IntegerOptions): Integer {
  return { kind: "integer", description, ...options, place: callerOf(integer) };
}
