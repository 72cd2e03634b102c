import { describe, expect, test } from "vitest";
import type { JsonSchema } from "../../../generator/values/json-schema.ts";
import { chartNames } from "../preset.ts";
import { schemaOf } from "../values-file.ts";
import { type Spot, spotsIn } from "./spots.ts";

/** Objects that are open by design: what umbrella charts pass, and whole manifests of the user's. */
const open = [/^\/global$/, /^\/extraObjects\/\*$/];

describe.each(chartNames)("the schema of %s", (chart) => {
  const spots = spotsIn(schemaOf(chart));

  test("describes every property", () => {
    expect(spots.length).toBeGreaterThan(10);
    const bare = spots.filter(({ schema, isProperty }) => isProperty && !schema.description?.trim());
    expect(bare.map(({ place }) => place)).toEqual([]);
  });

  test("closes every object, or types what people put into it", () => {
    const loose = spots.filter((spot) => isLoose(spot) && !open.some((form) => form.test(spot.place)));
    expect(loose.map(({ place }) => place)).toEqual([]);
  });

  test("types everything", () => {
    const untyped = spots.filter(({ schema }) => !isTyped(schema));
    expect(untyped.map(({ place }) => place)).toEqual([]);
  });
});

function isLoose({ schema: { type, properties, additionalProperties, items } }: Spot): boolean {
  const types: readonly unknown[] = Array.isArray(type) ? type : [type];
  if (types.includes("array") && items === undefined) return true;
  if (!types.includes("object") && properties === undefined) return false;
  return additionalProperties === undefined || additionalProperties === true;
}

function isTyped({ type, $ref, enum: options, const: only }: JsonSchema): boolean {
  return [type, $ref, options, only].some((keyword) => keyword !== undefined);
}
