import { formatPlace, type Place } from "../values/place.ts";

/** A mistake in a model that the compiler cannot see. */
export interface Problem {
  readonly place: Place;
  /** What is wrong and what to do. */
  readonly message: string;
}

/** The problem in one line, with the file and line that it is in. */
export function formatProblem({ place, message }: Problem): string {
  return `${formatPlace(place)}: ${message}`;
}
