import { UsageError } from "../../command-line/usage-error.ts";
import type { Level } from "./level.ts";
import { levels } from "./levels.ts";

/**
 * The levels to run, in their own order.
 * @param given those named by `--level`
 * @param words what else stands there: more names, after the first
 * @throws UsageError for an unknown level
 */
export function chosenLevels(given: readonly string[], words: readonly string[]): readonly Level[] {
  const [word] = words;
  if (word !== undefined && given.length === 0) throw new UsageError(`"${word}" needs --level before it`);
  const names = [...given, ...words];
  const unknown = names.find((name) => !levels.some((each) => each.name === name));
  if (unknown !== undefined)
    throw new UsageError(`there is no level "${unknown}"; there is ${levels.map(({ name }) => name).join(", ")}`);
  return names.length === 0 ? levels : levels.filter(({ name }) => names.includes(name));
}
