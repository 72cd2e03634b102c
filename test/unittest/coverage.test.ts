import { basename } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { describe, expect, test } from "vitest";
import { charts } from "../../generator/charts/index.ts";
import { node } from "../../generator/expressions/expression.ts";
import { templates } from "../../generator/output/templates.ts";
import type { Component } from "../../generator/topology/component.ts";
import type { Group } from "../../generator/values/group.ts";
import { type Declared, declarations } from "../../generator/values/walk.ts";
import { isValues } from "../charts/values-file.ts";
import { type Assertion, casesOf, isRefusal, type SuiteCase } from "./suite.ts";

describe.each(charts)("the suites of $metadata.name", (chart) => {
  const where = `test/unittest/${chart.metadata.name}`;
  const cases = casesOf(chart.metadata.name);
  const assertions = cases.flatMap((each) => each.assertions);

  test("set every value to something else than its default, and see what comes of it", () => {
    const showing = cases.filter((each) => !isRefusal(each));
    const missed = leaves(chart.values).filter((value) => !showing.some((each) => isChangedBy(value, each)));
    expect(
      missed.map(({ path }) => path.join(".")),
      `no case in ${where} sets these and asserts what comes of it`,
    ).toEqual([]);
  });

  test("assert what is in the object of every template", () => {
    const files = [...templates(chart).keys()].filter((file) => file.endsWith(".yaml"));
    const seen = new Set(assertions.filter(showsContent).flatMap((each) => each.templates));
    expect(
      files.filter((file) => !seen.has(file)),
      `no case in ${where} asserts what these templates print`,
    ).toEqual([]);
  });

  test("assert that every optional object is not always there", () => {
    const optional = chart.documents.filter(({ condition }) => condition[node].op !== "literal");
    const absent = new Set(assertions.filter(showsAbsence).flatMap((each) => each.templates));
    expect(
      optional.map(({ file }) => `${file}.yaml`).filter((file) => !absent.has(file)),
      `no case in ${where} asserts that these print nothing (hasDocuments: { count: 0 })`,
    ).toEqual([]);
  });

  test("assert every environment variable", () => {
    const names = new Set(chart.components.flatMap(variableNames));
    const text = JSON.stringify(assertions.filter(showsContent).map(({ details }) => details));
    expect(
      [...names].filter((name) => !new RegExp(`\\b${name}\\b`).test(text)),
      `no case in ${where} asserts that these variables are set`,
    ).toEqual([]);
  });

  test("install every profile", () => {
    const installed = new Set(cases.flatMap(({ files }) => files.map((file) => basename(file, ".yaml"))));
    expect(
      chart.profiles.map(({ name }) => name).filter((name) => !installed.has(name)),
      `no case in ${where} has the values of these profiles`,
    ).toEqual([]);
  });
});

/** Every value that is no group, and the fields of entries, below `*`. */
function leaves(values: Group): readonly Declared[] {
  return [...declarations(values)].flatMap(({ path, declaration }) => {
    if (declaration.kind === "group") return [];
    if (declaration.kind === "map" && declaration.item.kind === "group")
      return [...declarations(declaration.item, [...path, "*"])].filter((field) => field.declaration.kind !== "group");
    return [{ path, declaration }];
  });
}

function isChangedBy({ path, declaration }: Declared, { set }: SuiteCase): boolean {
  if (declaration.kind === "group") return false;
  return set
    .flatMap(([key, value]) =>
      valuesAt(
        key.split(".").reduceRight((inner, name) => ({ [name]: inner }), value),
        path,
      ),
    )
    .some((value) => !isDeepStrictEqual(value, declaration.default));
}

/** What stands at a path, `*` in it being every key. */
function valuesAt(value: unknown, [key, ...rest]: readonly string[]): readonly unknown[] {
  if (key === undefined) return [value];
  if (!isValues(value)) return [];
  const next = key === "*" ? Object.values(value) : Object.hasOwn(value, key) ? [value[key]] : [];
  return next.flatMap((inner) => valuesAt(inner, rest));
}

function showsContent({ kind }: Assertion): boolean {
  return ["equal", "contains", "isSubset", "matchRegex", "lengthEqual", "exists"].includes(kind);
}

function showsAbsence({ kind, details }: Assertion): boolean {
  return kind === "hasDocuments" && details["count"] === 0;
}

/** Of its ConfigMap, its containers and its Secrets. */
function variableNames({ configuration, variables, secrets }: Component): readonly string[] {
  const configured = (configuration?.sets ?? []).flatMap(({ entries }) => Object.keys(entries));
  return [...configured, ...Object.keys(variables), ...Object.keys(secrets)];
}
