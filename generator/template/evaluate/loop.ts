import type { Environment } from "../../expressions/environment.ts";
import { evaluate } from "../../expressions/evaluate.ts";
import { fieldOf, isObject, listOf, objectOf } from "../../values/json.ts";
import type { JsonValue } from "../../values/json-schema.ts";
import type { Loop } from "../hole.ts";
import { withBindings, withVariables } from "./bindings.ts";

/** The environments of a loop's rounds. */
export function rounds(
  { over, key, item, index, bindings = [] }: Loop,
  environment: Environment,
): readonly Environment[] {
  const collection = evaluate(over, environment);
  const variables = isObject(collection)
    ? entriesOf(collection).map(([name, value, place]) => ({
        [item.name]: value,
        ...(key && { [key.name]: name }),
        ...(index && { [index.name]: place }),
      }))
    : listOf(collection).map((value) => ({ [item.name]: value }));
  return variables.map((bound) => withBindings(bindings, withVariables(environment, bound)));
}

/** The entries of a map of the user's that are switched on, in the order in which Go goes through all of them. */
export function entriesOf(map: JsonValue): readonly (readonly [key: string, entry: JsonValue, place: number])[] {
  return Object.entries(objectOf(map))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, entry], place) => [key, entry, place] as const)
    .filter(([, entry]) => fieldOf(entry, "enabled") !== false);
}
