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
import { forbid, needInEntries, type Rule } from "../../../generator/rules/rule.ts";
import { ruleSchemas } from "../../../generator/rules/schema.ts";
import { entriesOf } from "../../../generator/template/each.ts";
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
      accounts: map("Accounts.", {
        key: ".*",
        item: group("An account.", { user: text("User."), password: secret("Password.") }),
      }),
      inner: group("A group.", { on: boolean("A switch.", { default: false }) }),
    }),
  }),
);

/** A rule as the schema of all values. */
function schemaOf(rule: Rule, complete: boolean): JsonSchema {
  const [[scope, schemas]] = [...ruleSchemas([rule], complete)] as [[string, readonly JsonSchema[]]];
  const inner: JsonSchema = { allOf: schemas };
  return scope === ""
    ? inner
    : scope.split(".").reduceRight<JsonSchema>((within, name) => ({ properties: { [name]: within } }), inner);
}

/** Whether a schema refuses the values of the group. */
function refuses(schema: JsonSchema, values: object): boolean {
  return !new Ajv({ strict: true, strictTypes: false, strictRequired: false }).validate(schema, { a: values });
}

/** Whether values are refused by the rule that forbids the condition, which is the same wherever all are there. */
function refused(condition: Condition, values: object): boolean {
  const rule = forbid(condition, a.inner.on, "off");
  const [whole, partial] = [true, false].map((complete) => {
    return refuses(schemaOf(rule, complete), { inner: { on: true }, ...values });
  });
  expect(partial).toBe(whole);
  return whole === true;
}

describe("a rule's condition holds", () => {
  test.each<[string, Condition, held: object[], not: object[]]>([
    ["a switch", a.on, [{ on: true }], [{ on: false }]],
    ["equals of an option", equals(a.mode, "x"), [{ mode: "x" }], [{ mode: "y" }]],
    ["equals of a text", equals(a.name, "x"), [{ name: "x" }], [{ name: "" }]],
    ["equals of a number", equals(a.count, 2), [{ count: 2 }, { count: 2.0 }], [{ count: 3 }]],
    ["at least", atLeast(a.count, 2), [{ count: 2 }, { count: 3 }], [{ count: 1 }]],
    ["a text set", isSet(a.name), [{ name: "x" }], [{ name: "" }]],
    ["a secret set", isSet(a.token), [{ token: "x" }], [{ token: "" }]],
    ["a list with items", hasEntries(a.words), [{ words: ["x"] }], [{ words: [] }]],
    ["a list with an item", includes(a.words, "x"), [{ words: ["y", "x"] }], [{ words: ["y"] }]],
    ["a map with entries", hasEntries(a.labels), [{ labels: { x: "" } }], [{ labels: {} }]],
    ["a map with a key", hasKey(a.labels, "x"), [{ labels: { x: "" } }], [{ labels: { y: "" } }]],
    ["an embedded value", hasEntries(a.affinity), [{ affinity: { podAffinity: {} } }], [{ affinity: {} }]],
  ])("%s", (_, condition, held, notHeld) => {
    for (const values of held) {
      expect(refused(condition, values)).toBe(true);
      expect(refused(not(condition), values)).toBe(false);
    }
    for (const values of notHeld) {
      expect(refused(condition, values)).toBe(false);
      expect(refused(not(condition), values)).toBe(true);
    }
    // In a file that sets some values, neither a condition nor its contrary holds for one that is absent.
    for (const asked of [condition, not(condition)]) {
      const rule = forbid(asked, a.inner.on, "off");
      expect(refuses(schemaOf(rule, false), { inner: { on: true } })).toBe(false);
    }
  });

  test.each<[string, Condition, object, boolean]>([
    ["and, both", and(a.on, isSet(a.name)), { on: true, name: "x" }, true],
    ["and, one", and(a.on, isSet(a.name)), { on: true, name: "" }, false],
    ["not and, one", not(and(a.on, isSet(a.name))), { on: true, name: "" }, true],
    ["not and, both", not(and(a.on, isSet(a.name))), { on: true, name: "x" }, false],
    ["or, one", or(a.on, isSet(a.name)), { on: false, name: "x" }, true],
    ["or, one of two keys", or(hasKey(a.labels, "x"), hasKey(a.labels, "y")), { labels: { y: "", z: "" } }, true],
    ["or, none of two keys", or(hasKey(a.labels, "x"), hasKey(a.labels, "y")), { labels: { z: "" } }, false],
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
    expect(ruleSchemas([rule], true)).toEqual(
      new Map([
        [
          "a",
          [
            {
              if: { properties: { on: { const: true }, name: { const: "" } } },
              then: { properties: { inner: { properties: { on: { const: "off, because …" } } } } },
            },
          ],
        ],
      ]),
    );
  });

  test("asks once what rules have in common", () => {
    const rules = [
      forbid(and(a.on, isSet(a.token)), a.name, "set"),
      forbid(and(a.on, equals(a.mode, "x")), a.count, "1"),
    ];
    const [schema, ...others] = ruleSchemas(rules, true).get("a") ?? [];
    expect(others).toEqual([]);
    expect(schema?.if).toEqual({ properties: { on: { const: true } } });
    expect(schema?.then).toMatchObject({ if: {}, then: {}, allOf: [{ if: {}, then: {} }] });
  });

  test("asks all at once that the same rules have in common", () => {
    const both = [a.on, equals(a.mode, "x")];
    const rules = [forbid(and(...both, not(isSet(a.name))), a.inner.on, "off"), forbid(and(...both), a.count, "1")];
    expect(ruleSchemas(rules, true).get("a")).toEqual([
      {
        if: { properties: { on: { const: true }, mode: { const: "x" } } },
        then: {
          if: { properties: { name: { const: "" } } },
          then: { properties: { inner: { properties: { on: { const: "off" } } } } },
          properties: { count: { const: "1" } },
        },
      },
    ]);
  });

  test("asks what is about the value to change alone at that value, for all rules on the way at once", () => {
    const rules = [
      forbid(and(a.on, not(isSet(a.name))), a.name, "set"),
      forbid(and(a.on, equals(a.inner.on, true)), a.inner.on, "off"),
    ];
    expect(ruleSchemas(rules, true).get("a")).toEqual([
      {
        if: { properties: { on: { const: true } } },
        then: {
          properties: {
            name: { if: { const: "" }, then: { const: "set" } },
            inner: { properties: { on: { if: { const: true }, then: { const: "off" } } } },
          },
        },
      },
    ]);
  });

  test("asks for one of several values or keys by one schema", () => {
    const oneOfTwo = forbid(or(equals(a.mode, "x"), equals(a.mode, "y")), a.mode, "z");
    expect(ruleSchemas([oneOfTwo], true).get("a")).toEqual([
      { properties: { mode: { if: { enum: ["x", "y"] }, then: { const: "z" } } } },
    ]);
    const keys = forbid(or(hasKey(a.labels, "x"), hasKey(a.labels, "y")), a.labels, "without x and y");
    expect(ruleSchemas([keys], true).get("a")).toEqual([
      {
        properties: {
          labels: {
            if: { not: { propertyNames: { not: { enum: ["x", "y"] } } } },
            then: { const: "without x and y" },
          },
        },
      },
    ]);
  });

  test("asks for what entries lack, and for the message beside it", () => {
    const { loop, value } = entriesOf(a.accounts, "account");
    const rule = needInEntries({ loop }, a.on, [value.user, value.password], "set here, because …");
    const schema = schemaOf(rule, true);
    const refused = (account: object) => refuses(schema, { on: true, accounts: { one: account } });
    expect(refused({ user: "x", password: "y" })).toBe(false);
    expect(refused({ user: "x" })).toBe(true);
    expect(refuses(schema, { on: false, accounts: { one: {} } })).toBe(false);
    expect(ruleSchemas([rule], true).get("a")).toMatchObject([
      {
        then: {
          properties: {
            accounts: {
              additionalProperties: {
                if: { required: ["user", "password"] },
                else: { required: ["user", "password", "set here, because …"] },
              },
            },
          },
        },
      },
    ]);
  });

  test("says where a condition is that no schema can express", () => {
    const rule = forbid(contains(a.name, a.name), a.name, "x");
    expect(() => ruleSchemas([rule], true)).toThrow(
      /^test\/generator\/rules\/schema\.test\.ts:\d+: no schema can express this rule's condition \(contains\)/,
    );
  });
});
