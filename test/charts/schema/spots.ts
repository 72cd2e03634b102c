import type { JsonSchema } from "../../../generator/values/json-schema.ts";

/** A schema within a schema that says what some value may be. */
export interface Spot {
  /** Keys on the way, `*` for those that people choose and for items of lists. Definitions begin with their name. */
  readonly place: string;
  readonly schema: JsonSchema;
  /** Whether it stands for a key with a name, which wants a description. */
  readonly isProperty: boolean;
}

/** Every schema within the schema, definitions included. Conditions (`if`, `then`, `not` …) are not about one value. */
export function spotsIn(root: JsonSchema): readonly Spot[] {
  return [
    ...spotsBelow(root, ""),
    ...Object.entries(root.definitions ?? {}).flatMap(([name, schema]) => [
      { place: name, schema, isProperty: true },
      ...spotsBelow(schema, name),
    ]),
  ];
}

function spotsBelow(schema: JsonSchema, place: string): readonly Spot[] {
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
