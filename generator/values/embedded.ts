import { callerOf, type Place } from "./place.ts";

declare const type: unique symbol;

/** A Kubernetes type taken over whole, such as Affinity. `T` is what TypeScript knows of it. */
export interface Embedded<out T = unknown> {
  readonly kind: "embedded";
  readonly description: string;
  /** The name of the type in the Kubernetes API. */
  readonly type: string;
  /** Fields that the chart sets itself. */
  readonly omit: readonly string[];
  readonly default: Readonly<Record<string, unknown>>;
  readonly example?: Readonly<Record<string, unknown>>;
  readonly place: Place;
  readonly [type]?: T;
}

export type EmbeddedOptions = Pick<Embedded, "type" | "omit"> & Partial<Pick<Embedded, "default" | "example">>;

/** Declares a value of a Kubernetes type; `kubernetes/embedded.ts` is its typed entrance. */
export function embedded<T>(
  description: string,
  options: EmbeddedOptions,
  factory: (...parameters: never[]) => unknown = embedded,
): Embedded<T> {
  return { kind: "embedded", description, default: {}, ...options, place: callerOf(factory) };
}
