import { callerOf, type Place } from "./place.ts";

/** A string. The empty string means "not set" wherever it is the default. */
export interface Text {
  readonly kind: "text";
  readonly description: string;
  readonly default: string;
  readonly example?: string;
  /** Regular expression that the whole string matches, without anchors; the empty default stays allowed. */
  readonly pattern?: string;
  /** Least length in characters. */
  readonly minLength?: number;
  /** Greatest length in characters. */
  readonly maxLength?: number;
  /** For a field of map entries: whether each entry must have it, and not empty. One that is switched off as well. */
  readonly needed?: true;
  readonly place: Place;
}

export type TextOptions = Partial<Pick<Text, "default" | "example" | "pattern" | "minLength" | "maxLength" | "needed">>;

/** Declares a string; without a default it is empty. */
export function text(description: string, options: TextOptions = {}): Text {
  return { kind: "text", description, default: "", ...options, place: callerOf(text) };
}
