import { describe, expect, test } from "vitest";
import {
  always,
  and,
  atLeast,
  type Condition,
  equals,
  isSet,
  never,
  not,
  or,
} from "../../../generator/expressions/condition.ts";
import { node } from "../../../generator/expressions/expression.ts";
import { identity } from "../../../generator/expressions/identity.ts";
import { implies } from "../../../generator/expressions/implication.ts";
import { given } from "./values.ts";

const { on, off, mode, name, replicas } = given;
const http = equals(mode, "http");
const exec = equals(mode, "exec");

describe("conditions simplify themselves", () => {
  test.each<[string, Condition, Condition]>([
    ["not not", not(not(on)), on],
    ["not always", not(always), never],
    ["and of nothing", and(), always],
    ["or of nothing", or(), never],
    ["and of one", and(on), on],
    ["and with always", and(on, always), on],
    ["and with never", and(on, never), never],
    ["or with always", or(on, always), always],
    ["the same twice", and(on, on), on],
    ["nested ands", and(on, and(off, isSet(name))), and(on, off, isSet(name))],
    ["a condition and its contrary", and(on, not(on)), never],
    ["a condition or its contrary", or(not(on), on), always],
    ["what another implies", and(http, not(exec)), http],
    ["what another makes redundant", or(http, not(exec)), not(exec)],
    ["absorption", or(on, and(on, off)), on],
  ])("%s", (_, condition, wanted) => {
    expect(identity(condition[node])).toBe(identity(wanted[node]));
  });
});

describe("implies", () => {
  test.each<[string, Condition, Condition, boolean]>([
    ["itself", on, on, true],
    ["another", on, off, false],
    ["a part of an and", and(on, off), off, true],
    ["an and of parts", on, and(on, off), false],
    ["an alternative", on, or(off, on), true],
    ["an or from fewer alternatives", or(on, off), or(off, on, http), true],
    ["an or from more alternatives", or(on, off, http), or(on, off), false],
    ["another word of the same value", http, not(exec), true],
    ["a word of another value", atLeast(replicas, 2), not(exec), false],
  ])("%s", (_, known, condition, wanted) => {
    expect(implies(known[node], condition[node])).toBe(wanted);
  });
});
