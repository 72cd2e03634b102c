import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import { isValues, type Values } from "../charts/values-file.ts";

/** A case of a suite as far as tests of the suites ask. */
export interface SuiteCase {
  readonly name: string;
  /** What the case and its suite set, by paths with dots. */
  readonly set: readonly (readonly [string, unknown])[];
  /** Values files, relative to the suite. */
  readonly files: readonly string[];
  readonly assertions: readonly Assertion[];
}

export interface Assertion {
  /** What helm-unittest calls it, such as `equal`. */
  readonly kind: string;
  readonly details: Values;
  /** The templates whose objects it is about, below `templates/`. */
  readonly templates: readonly string[];
}

/** Every case in the suites of a chart. */
export function casesOf(chart: string): readonly SuiteCase[] {
  const folder = join(import.meta.dirname, chart);
  const files = readdirSync(folder).filter((file) => file.endsWith("_test.yaml"));
  return files.flatMap((file) =>
    parseAllDocuments(readFileSync(join(folder, file), "utf8")).flatMap((document) => suiteCases(document.toJS())),
  );
}

/** Whether the case shows that something is refused, rather than what its values do. */
export function isRefusal({ assertions }: SuiteCase): boolean {
  return assertions.some(({ kind }) => kind === "failedTemplate");
}

function suiteCases(suite: Values): readonly SuiteCase[] {
  return valuesIn(suite["tests"]).map((test) => ({
    name: `${suite["suite"]}: ${test["it"]}`,
    set: [suite, test].flatMap((level) => Object.entries(isValues(level["set"]) ? level["set"] : {})),
    files: [suite, test].flatMap((level) => textsIn(level["values"])),
    assertions: valuesIn(test["asserts"]).flatMap((assertion) => assertionsIn(assertion, [test, suite])),
  }));
}

/** The innermost word on templates counts. */
function assertionsIn(assertion: Values, around: readonly Values[]): readonly Assertion[] {
  const templates = [assertion, ...around].map(templatesOf).find((names) => names.length > 0) ?? [];
  return Object.entries(assertion).flatMap(([kind, details]) =>
    isValues(details) ? [{ kind, details, templates }] : [],
  );
}

function templatesOf({ template, templates }: Values): readonly string[] {
  return textsIn([template, templates].flat());
}

function valuesIn(list: unknown): readonly Values[] {
  return Array.isArray(list) ? list.filter(isValues) : [];
}

function textsIn(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.filter((item) => typeof item === "string") : [];
}
