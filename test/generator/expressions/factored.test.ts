import { describe, expect, test } from "vitest";
import { and, type Condition, equals, isSet, not, or } from "../../../generator/expressions/condition.ts";
import { evaluate } from "../../../generator/expressions/evaluate.ts";
import { node } from "../../../generator/expressions/expression.ts";
import { factored } from "../../../generator/expressions/factored.ts";
import { printExpression, scopeOf } from "../../../generator/expressions/print.ts";
import { environment } from "./environment.ts";
import { given } from "./values.ts";

const { on, off, mode, name } = given;
const http = equals(mode, "http");
const named = isSet(name);

describe("a condition", () => {
  test.each<[string, Condition, string]>([
    ["without alternatives", and(on, http), 'and .Values.on (eq .Values.mode "http")'],
    ["with nothing in common", or(and(on, http), off), 'or (and .Values.on (eq .Values.mode "http")) .Values.off'],
    [
      "with a term in common",
      or(and(on, http), and(named, on)),
      'and .Values.on (or (eq .Values.mode "http") .Values.name)',
    ],
    [
      "with a term in common among others, where the first of them stood",
      or(off, and(on, http), and(on, named)),
      'or .Values.off (and .Values.on (or (eq .Values.mode "http") .Values.name))',
    ],
    ["with a term and its contrary", or(and(on, http), and(on, not(http))), ".Values.on"],
    [
      "with several terms in common",
      or(and(on, http, named), and(on, http, off)),
      'and .Values.on (eq .Values.mode "http") (or .Values.name .Values.off)',
    ],
    [
      "within another one",
      and(off, or(and(on, http), and(on, named))),
      'and .Values.off .Values.on (or (eq .Values.mode "http") .Values.name)',
    ],
  ])("%s", (_, condition, wanted) => {
    expect(printExpression(factored(condition)[node], scopeOf("demo"))).toBe(wanted);
  });

  test("means the same", () => {
    const condition = or(and(on, off), and(on, not(http)), and(off, named), and(on, http, named));
    const meaning = (one: Condition, values: object) =>
      evaluate(
        one[node],
        environment({ values: { ...(environment().rendering.values as object), ...values } as never }),
      );
    for (const values of combinations)
      expect(Boolean(meaning(factored(condition), values)), JSON.stringify(values)).toBe(
        Boolean(meaning(condition, values)),
      );
  });
});

const combinations = [true, false].flatMap((first) =>
  [true, false].flatMap((second) =>
    ["http", "exec"].flatMap((way) => ["", "x"].map((text) => ({ on: first, off: second, mode: way, name: text }))),
  ),
);
