import type { Environment } from "../../expressions/environment.ts";
import { evaluate } from "../../expressions/evaluate.ts";
import { fieldOf, isObject, listOf, objectOf } from "../../values/json.ts";
import type { JsonValue } from "../../values/json-schema.ts";
import type { Loop } from "../hole.ts";
import { withVariables } from "./bindings.ts";

/** The environments of a loop's rounds. */
export function rounds({ over, key, item, index }: Loop, environment: Environment): readonly Environment[] {
  const collection = evaluate(over, environment);
  if (!isObject(collection))
    return listOf(collection).map((value) => withVariables(environment, { [item.name]: value }));
  return entriesOf(collection).map(([name, value, place]) =>
    withVariables(environment, {
      [item.name]: value,
      ...(key && { [key.name]: name }),
      ...(index && { [index.name]: place }),
    }),
  );
}

/** The entries of a map of the user's that are switched on, in the order in which Go goes through all of them. */
export function entriesOf(map: JsonValue): readonly (readonly [key: string, entry: JsonValue, place: number])[] {
  return Object.entries(objectOf(map))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, entry], place) => [key, entry, place] as const)
    .filter(([, entry]) => fieldOf(entry, "enabled") !== false);
}
