import { describe, expect, test } from "vitest";
import { chart, release } from "../../../generator/expressions/builtin.ts";
import {
  and,
  atLeast,
  contains,
  equals,
  hasEntries,
  hasKey,
  includes,
  isSet,
  longerThan,
  moreThan,
  not,
  or,
} from "../../../generator/expressions/condition.ts";
import type { Rendering } from "../../../generator/expressions/environment.ts";
import { evaluate } from "../../../generator/expressions/evaluate.ts";
import { type Expression, node } from "../../../generator/expressions/expression.ts";
import { clusterAnswers, secretData } from "../../../generator/expressions/lookup.ts";
import { choose, product, sum } from "../../../generator/expressions/number.ts";
import { childNamed } from "../../../generator/expressions/reference.ts";
import {
  base64,
  cut,
  digest,
  join,
  omit,
  orElse,
  randomBytes,
  randomText,
  replace,
  string,
  toText,
  trimPrefix,
  valueAt,
} from "../../../generator/expressions/text.ts";
import { entriesOf } from "../../../generator/template/each.ts";
import { include, parametricHelper } from "../../../generator/template/helper.ts";
import { text } from "../../../generator/values/text.ts";
import { environment } from "./environment.ts";
import { given } from "./values.ts";

const { on, off, mode, name, token, replicas, least, words, labels, entries } = given;
const greeting = parametricHelper({ whom: text("Whom.") }, ({ whom }) => ({
  name: "greeting",
  comment: "A greeting.",
  body: string`hello ${whom}`,
}));
const emptyMap = { commonLabels: {} };
const cluster: Partial<Rendering> = { secrets: { web: { key: "dmFsdWU=" } } };

test.each<[string, Expression<unknown>, unknown, Partial<Rendering>?]>([
  ["a value", name, "web"],
  ["a value in a group", given["a-b"].c, "deep"],
  ["a child of a group by name", childNamed(given.pair, string`one`), "first"],
  ["a builtin", release.name, "release"],
  ["not", not(on), false],
  ["and", and(on, isSet(name)), true],
  ["or", or(off, isSet(name)), true],
  ["equal", equals(mode, "http"), true],
  ["not equal", not(equals(mode, "http")), false],
  ["at least", atLeast(least, 2), false],
  ["more than", moreThan(replicas, least), true],
  ["entries", hasEntries(words), true],
  ["no entries", hasEntries(labels), false],
  ["an item", includes(words, "b"), true],
  ["a key", hasKey(labels, "x"), false],
  ["a part", contains(release.name, chart.name), false],
  ["longer", longerThan(name, 2), true],
  ["longer in bytes", longerThan(string`é`, 1), true],
  ["text", string`${name}-${replicas}`, "web-1048576"],
  ["an integer as text", toText(replicas), "1048576"],
  ["a switch as text", toText(on), "true"],
  ["a sum", sum(2, least), 3],
  ["a product", product(3, least, 4), 12],
  ["one of two numbers", choose(on, replicas, 0), 1048576],
  ["the other of two numbers", choose(off, replicas, least), 1],
  ["a sum as text", toText(sum(1, replicas)), "1048577"],
  ["join", join(words, ","), "a,b"],
  ["cut, less one hyphen", cut(string`ab--cd`, 4), "ab-"],
  ["a digest", digest(name, 8), "4b5e57f6"],
  ["base64 of UTF-8", base64(string`é`), "w6k="],
  ["base64 of a secret", base64(token), "dA=="],
  ["replace", replace(string`a+b+c`, "+", "$&"), "a$&b$&c"],
  ["trim", trimPrefix(string`/web`, "/"), "web"],
  ["nothing to trim", trimPrefix(name, "/"), "web"],
  ["a fallback", orElse(string``, "x"), "x"],
  ["no fallback", orElse(name, "x"), "web"],
  ["without fields", omit(entries, "a", "gone"), { z: {} }],
  ["a helper", include(greeting, { whom: name }), "hello web"],
  ["random bytes", randomBytes(3), "AQEB"],
  ["random text", randomText(3), "BBB"],
  ["a lookup without a cluster", secretData(name), {}],
  ["a lookup", secretData(name), { key: "dmFsdWU=" }, cluster],
  ["a lookup that finds nothing", secretData(release.name), {}, cluster],
  ["a key of what a lookup found", valueAt(secretData(name), string`key`), "dmFsdWU=", cluster],
  ["no cluster", clusterAnswers(secretData(name)), false],
  ["a cluster without Secrets", clusterAnswers(secretData(name)), true, { secrets: {} }],
  ["a cluster with the Secret", clusterAnswers(secretData(name)), true, cluster],
])("%s", (_, expression, wanted, rendering = {}) => {
  expect(evaluate(expression[node], environment(rendering))).toEqual(wanted);
});

describe("fields of entries", () => {
  const entry = entriesOf(entries, "entry");

  test.each<[string, Expression<unknown>, unknown]>([
    ["as they are set", entry.value.port, 81],
    ["false is set as well", entry.value.secure, false],
    ["a default", entry.value.host, ""],
  ])("%s", (_, expression, wanted) => {
    const inside = { ...environment(), variables: { entry: { port: 81, secure: false } } };
    expect(evaluate(expression[node], inside)).toBe(wanted);
  });

  test("a variable that nothing binds", () => {
    expect(() => evaluate(entry.key[node], environment())).toThrow('the variable "entryName" is used where nothing');
  });
});

test("a value that is not there", () => {
  expect(() => evaluate(name[node], environment({ values: emptyMap }))).toThrow("there is no value name");
});
