import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { charts } from "../../../generator/charts/index.ts";
import { valuesSchema } from "../../../generator/output/schema.ts";
import type { Declaration } from "../../../generator/values/declaration.ts";
import { defaultOf } from "../../../generator/values/defaults.ts";
import { merged } from "../../../generator/values/merge.ts";
import { blocksOf, codeOf } from "./guide-blocks.ts";

/** Whether a path leads to a declared value, or into a Kubernetes object that one holds. */
function leads(declaration: Declaration, [name, ...rest]: readonly string[]): boolean {
  if (name === undefined) return true;
  if (declaration.kind === "group") {
    const child = declaration.children[name];
    return child !== undefined && leads(child, rest);
  }
  return declaration.kind === "map" ? leads(declaration.item, rest) : declaration.kind === "embedded";
}

const dotted = /^[a-z]\w*(\.[\w-]+)+$/;
const files = /^(?!routd)\w+\.(toml|env|json|yaml|sh|db)$/;

describe.each(charts)("the guide of $metadata.name", (chart) => {
  const paths = [...codeOf(chart)].filter((code) => dotted.test(code)).map((code) => code.split("."));
  const isValue = (path: readonly string[]) => leads(chart.values, path);

  test("speaks of values that exist, and of files", () => {
    const unknown = paths.filter((path) => !isValue(path)).map((path) => path.join("."));
    expect(unknown.filter((path) => !files.test(path))).toEqual([]);
  });

  const validate = new Ajv({ strict: false, allErrors: true }).compile(valuesSchema(chart));
  const documents = blocksOf(chart, "yaml").flatMap(({ text }) => parseAllDocuments(text).map((one) => one.toJS()));
  const examples = documents.filter((document) => !("apiVersion" in document));

  test.runIf(examples.length > 0).each(examples.map((example) => [Object.keys(example).join(), example]))(
    "shows values that are accepted: %s",
    (_, example) => {
      validate(merged(defaultOf(chart.values), example));
      expect(validate.errors ?? []).toEqual([]);
    },
  );
});
