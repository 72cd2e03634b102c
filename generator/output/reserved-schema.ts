import type { JsonSchema } from "../values/json-schema.ts";
import type { Reserved, ReservedInMap } from "./reserved-keys.ts";
import { whole } from "./scalar-schema.ts";

/** What maps must fit so that reserved keys are refused, by the path of the map. */
export type ReservedSchemas = ReadonlyMap<string, readonly JsonSchema[]>;

/**
 * A reserved key depends on one that no map can have and that says what to set instead, so that Helm and editors ask for
 * it.
 */
export function reservedSchemas(reserved: Reserved): ReservedSchemas {
  return new Map(
    [...reserved].map(([path, { keys, forms }]) => [path, [...keysRefused(keys), ...formsRefused(forms)]]),
  );
}

function keysRefused(keys: ReservedInMap["keys"]): readonly JsonSchema[] {
  const refused = Object.entries(keys).map(([key, instead]) => [key, [instead]] as const);
  return refused.length > 0 ? [{ dependencies: Object.fromEntries(refused) }] : [];
}

/** A key that has a reserved form could only have a value that says so. */
function formsRefused(forms: ReservedInMap["forms"]): readonly JsonSchema[] {
  if (forms.length === 0) return [];
  const refusal: JsonSchema = {
    description: "Taken by the chart.",
    const: "under another key: the chart has keys of this form for its own",
  };
  return [{ patternProperties: { [whole(forms.join("|"))]: refusal } }];
}
