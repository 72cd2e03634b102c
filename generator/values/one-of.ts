import { callerOf, type Place } from "./place.ts";

/** One of a closed set of words. */
export interface OneOf<out Option extends string = string> {
  readonly kind: "oneOf";
  readonly description: string;
  readonly options: readonly Option[];
  readonly default: Option;
  readonly place: Place;
}

/** Declares a choice among words. */
export function oneOf<const Option extends string>(
  description: string,
  choice: { readonly options: readonly Option[]; readonly default: NoInfer<Option> },
): OneOf<Option> {
  return { kind: "oneOf", description, ...choice, place: callerOf(oneOf) };
}
