import { expect, test } from "vitest";
import { binding } from "../../../generator/expressions/binding.ts";
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
  moreThan,
  not,
  or,
} from "../../../generator/expressions/condition.ts";
import { type Expression, node, type SecretExpression } from "../../../generator/expressions/expression.ts";
import { clusterAnswers, secretData } from "../../../generator/expressions/lookup.ts";
import { choose, product, sum } from "../../../generator/expressions/number.ts";
import { printExpression, type Scope, scopeOf } from "../../../generator/expressions/print.ts";
import { childNamed } from "../../../generator/expressions/reference.ts";
import {
  base64,
  cut,
  digest,
  join,
  orElse,
  replace,
  string,
  toText,
  trimPrefix,
} from "../../../generator/expressions/text.ts";
import { entriesOf } from "../../../generator/template/each.ts";
import { given } from "./values.ts";

const { on, off, mode, name, token, replicas, least, words, labels } = given;
const kept = binding("kept", secretData(name)).reference;
const entry = entriesOf(given.entries, "entry");
const top = scopeOf("demo");
const nested: Scope = { ...top, nested: true };

test.each<[string, Expression<unknown> | SecretExpression, string, Scope?]>([
  ["a value", name, ".Values.name"],
  ["a value in a loop", name, "$.Values.name", nested],
  ["a value in a helper with arguments", name, ".root.Values.name", { ...top, root: ".root" }],
  ["an integer", replicas, "int64 .Values.replicas"],
  ["a name that is no identifier", given["a-b"].c, 'index .Values "a-b" "c"'],
  ["a builtin", release.name, ".Release.Name"],
  ["a child of a group by name", childNamed(given.pair, name), "get .Values.pair .Values.name"],
  ["a sum", sum(2, replicas, 3), "add 2 (int64 .Values.replicas) 3"],
  ["a product", product(2, replicas), "mul 2 (int64 .Values.replicas)"],
  ["one of two numbers", choose(on, replicas, 0), "ternary (int64 .Values.replicas) 0 .Values.on"],
  ["not", not(on), "not .Values.on"],
  ["not equal", not(equals(mode, "http")), 'ne .Values.mode "http"'],
  ["and, or", and(on, or(off, isSet(name))), "and .Values.on (or .Values.off .Values.name)"],
  ["equal numbers", equals(replicas, 1), "eq (int64 .Values.replicas) 1"],
  ["at least", atLeast(replicas, 2), "ge (int64 .Values.replicas) 2"],
  ["more than", moreThan(replicas, least), "gt (int64 .Values.replicas) (int64 .Values.least)"],
  ["entries", hasEntries(words), ".Values.words"],
  ["an item", includes(words, "x"), 'has "x" .Values.words'],
  ["a key", hasKey(labels, "x"), 'hasKey .Values.labels "x"'],
  ["a part", contains(release.name, chart.name), "contains .Chart.Name .Release.Name"],
  ["text", string`${name}-${replicas}`, 'printf "%s-%d" .Values.name (int64 .Values.replicas)'],
  ["a percent sign", string`100%${name}`, 'printf "100%%%s" .Values.name'],
  ["a number as text", toText(replicas), "toString (int64 .Values.replicas)"],
  ["join", join(words, ","), 'join "," .Values.words'],
  ["cut", cut(name, 63), '.Values.name | trunc 63 | trimSuffix "-"'],
  ["digest", digest(name, 8), ".Values.name | sha256sum | trunc 8"],
  ["a secret", base64(token), ".Values.token | b64enc"],
  ["replace", replace(name, "+", "_"), '.Values.name | replace "+" "_"'],
  ["trim", trimPrefix(name, "/"), '.Values.name | trimPrefix "/"'],
  ["a fallback", orElse(name, "x"), 'default "x" .Values.name'],
  ["a lookup", secretData(name), 'dig "data" dict (lookup "v1" "Secret" .Release.Namespace .Values.name)'],
  ["whether a cluster answers", clusterAnswers(kept), 'or $kept (lookup "v1" "Secret" .Release.Namespace "")'],
  ["a binding", kept, "$kept"],
  ["an entry's key", entry.key, "$entryName"],
  ["an entry's number, with its default", entry.value.port, 'int64 (dig "port" 80 $entry)'],
  ["an entry's switch, with its default", entry.value.secure, 'dig "secure" true $entry'],
  ["a backslash", string`a\\b${name}`, "printf `a\\b%s` .Values.name"],
])("%s", (_, expression, wanted, scope = top) => {
  expect(printExpression(expression[node], scope)).toBe(wanted);
});
