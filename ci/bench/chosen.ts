import { UsageError } from "../../command-line/usage-error.ts";
import { type Part, parts } from "./parts.ts";

/**
 * The parts of these names; without names, those that are not only had by name.
 * @throws UsageError for an unknown one
 */
export function chosenParts(names: readonly string[]): readonly Part[] {
  const unknown = names.find((name) => !parts.some((part) => part.name === name));
  if (unknown !== undefined)
    throw new UsageError(`there is no part "${unknown}"; there is ${parts.map(({ name }) => name).join(", ")}`);
  return parts.filter(({ name, onlyByName }) => (names.length === 0 ? !onlyByName : names.includes(name)));
}

/**
 * How often everything is measured; undefined leaves it to each part.
 * @throws UsageError for a number of rounds that is none
 */
export function roundsFrom(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const rounds = Number(text);
  if (Number.isInteger(rounds) && rounds > 0) return rounds;
  throw new UsageError(`--rounds takes a whole number from 1 on, not "${text}"`);
}
