import { describe, expect, test } from "vitest";
import { charts } from "../../../generator/charts/index.ts";
import { valuesSchema } from "../../../generator/output/schema.ts";
import { recordOf } from "../../../generator/release/record.ts";
import { schemaChanges } from "../../../generator/release/schema-changes.ts";
import type { JsonSchema } from "../../../generator/values/json-schema.ts";

const object = (properties: Readonly<Record<string, JsonSchema>>, more: JsonSchema = {}): JsonSchema => ({
  type: "object",
  properties,
  additionalProperties: false,
  ...more,
});
const entries = (pattern: string, item: JsonSchema): JsonSchema => ({
  type: "object",
  patternProperties: { [pattern]: item },
  additionalProperties: false,
});
const text: JsonSchema = { type: "string" };

const cases: [string, { readonly from: JsonSchema; readonly to: JsonSchema; readonly want: readonly string[] }][] = [
  ["nothing", { from: text, to: text, want: [] }],
  ["another description", { from: text, to: { ...text, description: "Other." }, want: [] }],
  ["a new value", { from: object({}), to: object({ a: text }), want: ["added a"] }],
  ["a value less", { from: object({ a: object({ b: text }) }), to: object({ a: object({}) }), want: ["removed a.b"] }],
  ["a renamed value", { from: object({ a: text }), to: object({ b: text }), want: ["removed a", "added b"] }],
  ["another type", { from: text, to: { type: "integer" }, want: ["narrowed ", "widened "] }],
  ["one more type", { from: text, to: { type: ["string", "integer"] }, want: ["widened "] }],
  ["a number that must be whole", { from: { type: "number" }, to: { type: "integer" }, want: ["narrowed "] }],
  ["an option more", { from: { enum: ["a"] }, to: { enum: ["a", "b"] }, want: ["widened "] }],
  ["an option less", { from: { enum: ["a", "b"] }, to: { enum: ["a"] }, want: ["narrowed "] }],
  ["options for any text", { from: text, to: { ...text, enum: ["a"] }, want: ["narrowed "] }],
  ["any text for options", { from: { ...text, enum: ["a"] }, to: text, want: ["widened "] }],
  ["a higher minimum", { from: { minimum: 0 }, to: { minimum: 1 }, want: ["narrowed "] }],
  ["a lower minimum", { from: { minimum: 1 }, to: { minimum: 0 }, want: ["widened "] }],
  ["a minimum where none was", { from: {}, to: { minimum: 1 }, want: ["narrowed "] }],
  ["no minimum", { from: { minimum: 1 }, to: {}, want: ["widened "] }],
  ["a lower maximum", { from: { maximum: 9 }, to: { maximum: 8 }, want: ["narrowed "] }],
  ["a maximum where none was", { from: {}, to: { maxLength: 8 }, want: ["narrowed "] }],
  ["no maximum", { from: { maxProperties: 8 }, to: {}, want: ["widened "] }],
  ["another pattern", { from: { pattern: "a" }, to: { pattern: "a|b" }, want: ["narrowed "] }],
  ["no pattern", { from: { pattern: "a" }, to: {}, want: ["widened "] }],
  ["something needed", { from: {}, to: { required: ["a"] }, want: ["narrowed "] }],
  ["an object closed", { from: { type: "object" }, to: object({}), want: ["narrowed "] }],
  ["another condition", { from: {}, to: { not: { const: 1 } }, want: ["narrowed "] }],
  [
    "a field of entries",
    { from: entries("a", object({})), to: entries("a", object({ b: text })), want: ["added <name>.b"] },
  ],
  ["other names of entries", { from: entries("a", text), to: entries("b", text), want: ["narrowed "] }],
  ["an item", { from: { items: { minimum: 1 } }, to: { items: { minimum: 2 } }, want: ["narrowed *"] }],
  [
    "the same behind a reference",
    {
      from: object({ a: text }),
      to: { ...object({ a: { $ref: "#/definitions/text" } }), definitions: { text } },
      want: [],
    },
  ],
  [
    "a change behind a reference",
    {
      from: { ...object({ a: { $ref: "#/definitions/t" } }), definitions: { t: text } },
      to: { ...object({ a: { $ref: "#/definitions/t" } }), definitions: { t: { type: "boolean" } } },
      want: ["narrowed a", "widened a"],
    },
  ],
  [
    "a change behind a reference within a condition",
    {
      from: { not: { $ref: "#/definitions/t" }, definitions: { t: text } },
      to: { not: { $ref: "#/definitions/t" }, definitions: { t: { type: "boolean" } } },
      want: ["narrowed "],
    },
  ],
];

test.each(cases)("%s", (_, { from, to, want }) => {
  expect(schemaChanges(from, to).map(({ kind, path }) => `${kind} ${path}`)).toEqual(want);
});

/** What decides nothing by itself. */
type Annotation = "$schema" | "$id" | "title" | "description" | "default" | "examples" | "deprecated";

interface Pair {
  readonly narrow: JsonSchema;
  readonly wide: JsonSchema;
}

const one: JsonSchema = { type: "integer", minimum: 1 };
const any: JsonSchema = { type: "integer" };
const list = (more: JsonSchema): JsonSchema => ({ type: "array", ...more });
const open = (more: JsonSchema): JsonSchema => ({ type: "object", ...more });

/** By keyword, schemas of which one accepts less than the other, by this keyword alone. */
const byKeyword: Readonly<Record<Exclude<keyof JsonSchema, Annotation>, readonly Pair[]>> = {
  type: [
    { narrow: text, wide: { type: ["string", "boolean"] } },
    { narrow: { type: "integer" }, wide: { type: "number" } },
    { narrow: text, wide: {} },
    { narrow: { type: "string", pattern: "a" }, wide: { type: ["string", "integer"], pattern: "a" } },
    { narrow: text, wide: { type: ["string", "array"], items: text } },
    { narrow: text, wide: { type: ["string", "object"], additionalProperties: false } },
  ],
  enum: [
    { narrow: { enum: ["a"] }, wide: { enum: ["a", "b"] } },
    { narrow: { enum: ["a"] }, wide: text },
    { narrow: { enum: ["a", 1] }, wide: { type: ["string", "integer"] } },
  ],
  const: [
    { narrow: { const: "a" }, wide: { enum: ["a", "b"] } },
    { narrow: { const: true }, wide: { type: "boolean" } },
  ],
  minimum: [{ narrow: { ...any, minimum: 1 }, wide: { ...any, minimum: 0 } }],
  maximum: [{ narrow: { ...any, maximum: 1 }, wide: any }],
  minLength: [{ narrow: { ...text, minLength: 1 }, wide: text }],
  maxLength: [{ narrow: { ...text, maxLength: 8 }, wide: { ...text, maxLength: 9 } }],
  pattern: [{ narrow: { ...text, pattern: "a" }, wide: text }],
  minItems: [{ narrow: list({ minItems: 1 }), wide: list({}) }],
  uniqueItems: [{ narrow: list({ uniqueItems: true }), wide: list({}) }],
  items: [
    { narrow: list({ items: one }), wide: list({ items: any }) },
    { narrow: list({ items: one }), wide: list({}) },
  ],
  contains: [{ narrow: list({ contains: one }), wide: list({}) }],
  minProperties: [{ narrow: open({ minProperties: 1 }), wide: open({}) }],
  maxProperties: [{ narrow: open({ maxProperties: 1 }), wide: open({ maxProperties: 2 }) }],
  required: [{ narrow: object({ a: text }, { required: ["a"] }), wide: object({ a: text }) }],
  properties: [
    { narrow: object({ a: one }), wide: object({ a: any }) },
    { narrow: object({ a: object({ b: one }) }), wide: object({ a: object({ b: any }) }) },
  ],
  additionalProperties: [
    { narrow: open({ additionalProperties: false }), wide: open({}) },
    { narrow: open({ additionalProperties: text }), wide: open({}) },
    { narrow: open({ additionalProperties: one }), wide: open({ additionalProperties: any }) },
  ],
  patternProperties: [{ narrow: entries("a", one), wide: entries("a", any) }],
  propertyNames: [{ narrow: open({ propertyNames: { pattern: "a" } }), wide: open({}) }],
  dependencies: [
    { narrow: open({ dependencies: { a: ["b"] } }), wide: open({}) },
    { narrow: open({ dependencies: { a: ["b", "c"] } }), wide: open({ dependencies: { a: ["b"] } }) },
  ],
  allOf: [
    { narrow: { allOf: [any, one] }, wide: { allOf: [any] } },
    { narrow: { allOf: [one] }, wide: {} },
  ],
  anyOf: [
    { narrow: { anyOf: [one] }, wide: { anyOf: [one, text] } },
    { narrow: { anyOf: [one] }, wide: {} },
  ],
  if: [{ narrow: { if: one, then: text }, wide: {} }],
  then: [{ narrow: { if: one, then: text }, wide: { if: one } }],
  else: [{ narrow: { if: one, else: text }, wide: { if: one } }],
  not: [{ narrow: { not: one }, wide: {} }],
  $ref: [
    {
      narrow: object({ a: { $ref: "#/definitions/t" } }, { definitions: { t: one } }),
      wide: object({ a: any }),
    },
  ],
  definitions: [
    {
      narrow: object({ a: { $ref: "#/definitions/t" } }, { definitions: { t: one } }),
      wide: object({ a: { $ref: "#/definitions/t" } }, { definitions: { t: any } }),
    },
  ],
};

const pairs = Object.entries(byKeyword).flatMap(([keyword, some]) =>
  some.map((pair, index) => [`${keyword}, ${index + 1}`, pair] as const),
);

describe("what accepts less is narrowed, and what accepts more is not", () => {
  const kinds = (from: JsonSchema, to: JsonSchema) => new Set(schemaChanges(from, to).map(({ kind }) => kind));

  test.each(pairs)("%s", (_, { narrow, wide }) => {
    expect(kinds(wide, narrow)).toContain("narrowed");
    expect(kinds(narrow, wide)).toEqual(new Set(["widened"]));
    expect(kinds(narrow, narrow)).toEqual(new Set());
  });

  test("every keyword of the charts' schemas has such a pair", () => {
    const annotations = ["$schema", "title", "description", "default", "examples", "deprecated"];
    const used = charts.flatMap((chart) => [...keywordsIn(valuesSchema(chart)), ...keywordsIn(recordOf(chart).schema)]);
    const compared = [...new Set(used)].filter((keyword) => !annotations.includes(keyword));
    expect(compared.length).toBeGreaterThan(20);
    expect(compared.filter((keyword) => !Object.hasOwn(byKeyword, keyword))).toEqual([]);
  });
});

test("a condition about a value called description is one, and the order of what it needs is none", () => {
  const about = (name: string, of: JsonSchema): JsonSchema => ({ not: { properties: { [name]: of } } });
  expect(schemaChanges(about("description", any), about("description", one))).toHaveLength(1);
  const needs = (...required: readonly string[]): JsonSchema => ({ not: { required } });
  expect(schemaChanges(needs("a", "b"), needs("b", "a"))).toEqual([]);
});

test("a key that was any before and has to fit now is new and narrowed", () => {
  const from = open({});
  expect(schemaChanges(from, open({ properties: { a: one } })).map(({ kind }) => kind)).toContain("narrowed");
});

test("what an entry of a map needs is compared, since no default stands in for it", () => {
  const [arizuko] = charts.filter(({ metadata }) => metadata.name === "arizuko").map((chart) => recordOf(chart).schema);
  const needed = JSON.stringify(arizuko).replaceAll(/"required":\["username","clientId"\],?/g, "");
  const before: JsonSchema = JSON.parse(needed);
  expect(schemaChanges(before, arizuko ?? {}).map(({ kind, path }) => `${kind} ${path}`)).toEqual([
    "narrowed adapters.reditd.accounts.<name>",
  ]);
});

const namedSchemas = ["properties", "patternProperties", "definitions"];
const data = ["const", "enum", "default", "examples", "required", "dependencies"];

/** Names of values are no keywords, nor is what stands in data. */
function keywordsIn(schema: unknown): readonly string[] {
  if (Array.isArray(schema)) return schema.flatMap(keywordsIn);
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([keyword, part]) => {
    if (data.includes(keyword)) return [keyword];
    return [keyword, ...(namedSchemas.includes(keyword) ? Object.values(part).flatMap(keywordsIn) : keywordsIn(part))];
  });
}
