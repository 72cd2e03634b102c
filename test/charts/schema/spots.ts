import type { JsonSchema } from "../../../generator/values/json-schema.ts";
import { definitionOf, resolved } from "./schema-at.ts";

/** A schema within a schema that says what some value may be. */
export interface Spot {
  /** Keys on the way, `*` for those that people choose and for items of lists. Definitions begin with their name. */
  readonly place: string;
  readonly schema: JsonSchema;
  /** Whether it stands for a key with a name, which wants a description. */
  readonly isProperty: boolean;
}

/** Every schema that says what a value may be, definitions included. Conditions (`if`, `not`, `allOf` …) only say less. */
export function spotsIn(root: JsonSchema): readonly Spot[] {
  const found = spotsBelow(root, "");
  const seen = new Set<string>();
  for (const { schema } of found) {
    const name = definitionOf(schema);
    if (name === undefined || seen.has(name)) continue;
    seen.add(name);
    const definition = resolved(root, schema);
    // The list grows while it is read.
    found.push({ place: name, schema: definition, isProperty: false }, ...spotsBelow(definition, name));
  }
  return found;
}

function spotsBelow(schema: JsonSchema, place: string): Spot[] {
  const { properties = {}, patternProperties = {}, additionalProperties, items } = schema;
  const named = Object.entries(properties).map(([key, child]) => spot(`${place}/${key}`, child, true));
  const others = [...Object.values(patternProperties), additionalProperties, items]
    .filter((child) => typeof child === "object")
    .map((child) => spot(`${place}/*`, child, false));
  return [...named, ...others].flatMap((each) => [each, ...spotsBelow(each.schema, each.place)]);
}

function spot(place: string, schema: JsonSchema, isProperty: boolean): Spot {
  return { place, schema, isProperty };
}
