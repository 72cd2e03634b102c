import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import {
  always,
  and,
  atLeast,
  type Condition,
  contains,
  equals,
  hasEntries,
  hasKey,
  includes,
  isSet,
  not,
  or,
} from "../../../generator/expressions/condition.ts";
import { references } from "../../../generator/expressions/reference.ts";
import { kubernetes } from "../../../generator/kubernetes/embedded.ts";
import { forbid, type Rule } from "../../../generator/rules/rule.ts";
import { ruleSchemas } from "../../../generator/rules/schema.ts";
import { boolean } from "../../../generator/values/boolean.ts";
import { group } from "../../../generator/values/group.ts";
import { integer } from "../../../generator/values/integer.ts";
import type { JsonSchema } from "../../../generator/values/json-schema.ts";
import { list } from "../../../generator/values/list.ts";
import { map } from "../../../generator/values/map.ts";
import { oneOf } from "../../../generator/values/one-of.ts";
import { quantity } from "../../../generator/values/quantity.ts";
import { secret } from "../../../generator/values/secret.ts";
import { text } from "../../../generator/values/text.ts";

const { a } = references(
  group("Values.", {
    a: group("A group.", {
      on: boolean("A switch.", { default: false }),
      mode: oneOf("A mode.", { options: ["x", "y", "z"], default: "x" }),
      name: text("A name."),
      token: secret("A token."),
      count: integer("A count.", { default: 0 }),
      size: quantity("A size.", { default: "", removable: true }),
      words: list("Words.", { item: text("A word.") }),
      labels: map("Labels.", { key: ".*", item: text("A label.") }),
      affinity: kubernetes("Affinity", "Affinity."),
      inner: group("A group.", { on: boolean("A switch.", { default: false }) }),
    }),
  }),
);

/** A rule as the schema of all values. */
function schemaOf(rule: Rule): JsonSchema {
  const [[scope, schemas]] = [...ruleSchemas([rule])] as [[string, readonly JsonSchema[]]];
  const inner: JsonSchema = { allOf: schemas };
  return scope === ""
    ? inner
    : scope.split(".").reduceRight<JsonSchema>((within, name) => ({ properties: { [name]: within } }), inner);
}

/** Whether values are refused by the rule that forbids the condition. */
function refused(condition: Condition, values: object): boolean {
  const schema = schemaOf(forbid(condition, a.inner.on, "off"));
  return !new Ajv({ strict: true, strictTypes: false, strictRequired: false, allowUnionTypes: true }).validate(schema, {
    a: { inner: { on: true }, ...values },
  });
}

describe("a rule's condition holds", () => {
  test.each<[string, Condition, held: object[], not: object[]]>([
    ["a switch", a.on, [{ on: true }], [{ on: false }, { on: "true" }]],
    ["equals of an option", equals(a.mode, "x"), [{ mode: "x" }], [{ mode: "y" }, { mode: 1 }]],
    ["equals of a text", equals(a.name, "x"), [{ name: "x" }], [{ name: "" }, { name: 1 }]],
    ["equals of a number", equals(a.count, 2), [{ count: 2 }, { count: 2.0 }], [{ count: 3 }, { count: "2" }]],
    ["at least", atLeast(a.count, 2), [{ count: 2 }, { count: 3 }], [{ count: 1 }, { count: "3" }]],
    ["a text set", isSet(a.name), [{ name: "x" }], [{ name: "" }, { name: 1 }]],
    ["a secret set", isSet(a.token), [{ token: "x" }], [{ token: "" }]],
    ["a list with items", hasEntries(a.words), [{ words: ["x"] }], [{ words: [] }, { words: "x" }]],
    ["a list with an item", includes(a.words, "x"), [{ words: ["y", "x"] }], [{ words: ["y"] }, { words: "x" }]],
    ["a map with entries", hasEntries(a.labels), [{ labels: { x: "" } }], [{ labels: {} }, { labels: [1] }]],
    ["a map with a key", hasKey(a.labels, "x"), [{ labels: { x: "" } }], [{ labels: { y: "" } }, { labels: "x" }]],
    ["an embedded value", hasEntries(a.affinity), [{ affinity: { podAffinity: {} } }], [{ affinity: {} }]],
  ])("%s", (_, condition, held, notHeld) => {
    for (const values of held) {
      expect(refused(condition, values)).toBe(true);
      expect(refused(not(condition), values)).toBe(false);
    }
    // Neither a condition nor its contrary holds for a value that is absent, or of another type.
    for (const values of notHeld) expect(refused(condition, values)).toBe(false);
    expect(refused(not(condition), notHeld[0] ?? {})).toBe(true);
    for (const values of [{}, ...notHeld.slice(1).filter(isOfAnotherType)]) {
      expect(refused(condition, values)).toBe(false);
      expect(refused(not(condition), values)).toBe(false);
    }
  });

  const isOfAnotherType = (values: object): boolean =>
    Object.entries(values).some(([name, value]) => typeof value !== types[name]);
  const types: Readonly<Record<string, string>> = {
    on: "boolean",
    mode: "string",
    name: "string",
    token: "string",
    count: "number",
    words: "object",
    labels: "object",
    affinity: "object",
  };

  test.each<[string, Condition, object, boolean]>([
    ["and, both", and(a.on, isSet(a.name)), { on: true, name: "x" }, true],
    ["and, one", and(a.on, isSet(a.name)), { on: true, name: "" }, false],
    ["not and, one", not(and(a.on, isSet(a.name))), { on: true, name: "" }, true],
    ["not and, both", not(and(a.on, isSet(a.name))), { on: true, name: "x" }, false],
    ["or, one", or(a.on, isSet(a.name)), { on: false, name: "x" }, true],
    ["or, none", or(a.on, isSet(a.name)), { on: false, name: "" }, false],
    ["not or, none", not(or(a.on, isSet(a.name))), { on: false, name: "" }, true],
    ["two of one value", and(atLeast(a.count, 2), not(atLeast(a.count, 4))), { count: 3 }, true],
    ["two of one value, one not", and(atLeast(a.count, 2), not(atLeast(a.count, 4))), { count: 4 }, false],
    ["an or within an and", and(a.inner.on, or(equals(a.mode, "y"), equals(a.mode, "z"))), { mode: "z" }, true],
    ["a quantity that is a number", isSet(a.size as never), { size: 0 }, true],
    ["a quantity that is empty", isSet(a.size as never), { size: "" }, false],
    ["always", always, {}, true],
  ])("%s", (_, condition, values, want) => {
    expect(refused(condition, values)).toBe(want);
  });
});

describe("ruleSchemas", () => {
  test("makes conditions about values of one object one schema, and the message a const", () => {
    const rule = forbid(and(a.on, not(isSet(a.name))), a.inner.on, "off, because …");
    expect(ruleSchemas([rule])).toEqual(
      new Map([
        [
          "a",
          [
            {
              if: {
                type: "object",
                properties: { on: { const: true }, name: { const: "" } },
                required: ["on", "name"],
              },
              then: { properties: { inner: { properties: { on: { const: "off, because …" } } } } },
            },
          ],
        ],
      ]),
    );
  });

  test("asks once what rules have in common", () => {
    const rules = [
      forbid(and(a.on, not(isSet(a.name))), a.name, "set"),
      forbid(and(a.on, equals(a.count, 0)), a.count, "1"),
    ];
    const [schema, ...others] = ruleSchemas(rules).get("a") ?? [];
    expect(others).toEqual([]);
    expect(schema?.if).toEqual({
      type: "object",
      properties: { on: { const: true } },
      required: ["on"],
    });
    expect(schema?.then).toMatchObject({ if: {}, then: {}, allOf: [{ if: {}, then: {} }] });
  });

  test("asks all at once that the same rules have in common", () => {
    const both = [a.on, equals(a.mode, "x")];
    const rules = [forbid(and(...both, not(isSet(a.name))), a.name, "set"), forbid(and(...both), a.count, "1")];
    expect(ruleSchemas(rules).get("a")).toEqual([
      {
        if: { type: "object", properties: { on: { const: true }, mode: { const: "x" } }, required: ["on", "mode"] },
        then: {
          if: { type: "object", properties: { name: { const: "" } }, required: ["name"] },
          then: { properties: { name: { const: "set" } } },
          properties: { count: { const: "1" } },
        },
      },
    ]);
  });

  test("says where a condition is that no schema can express", () => {
    const rule = forbid(contains(a.name, a.name), a.name, "x");
    expect(() => ruleSchemas([rule])).toThrow(
      /^test\/generator\/rules\/schema\.test\.ts:\d+: no schema can express this rule's condition \(contains\)/,
    );
  });
});
