import { callerOf, type Place } from "./place.ts";

/**
 * A secret string, empty unless the user provides it. References to it fit nowhere but in the data of a Secret and in
 * the question whether it is set, so it cannot reach a ConfigMap, an argument or the notes.
 */
export interface SecretText {
  readonly kind: "secret";
  readonly description: string;
  readonly default: "";
  readonly pattern?: string;
  readonly place: Place;
}

/** Declares a secret string. */
export function secret(description: string, options: Pick<SecretText, "pattern"> = {}): SecretText {
  return { kind: "secret", description, default: "", ...options, place: callerOf(secret) };
}
