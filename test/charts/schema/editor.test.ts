import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { projectFolder } from "../../../ci/paths.ts";
import { charts } from "../../../generator/charts/index.ts";
import { editorSchema } from "../../../generator/output/schema.ts";
import { defaultOf } from "../../../generator/values/defaults.ts";
import type { JsonSchema } from "../../../generator/values/json-schema.ts";
import { declarations } from "../../../generator/values/walk.ts";

const filesIn = (folder: string) => readdirSync(join(projectFolder, folder)).map((file) => join(folder, file));

/** Values files of a chart that are on top of its defaults. */
const layered = [
  ...filesIn("values"),
  ...charts.flatMap(({ metadata }) => filesIn(`charts/${metadata.name}/ci`)),
].filter((file) => file.endsWith(".yaml"));

/** The schema that the first line of a file names. */
function schemaOf(file: string): string {
  const [line = ""] = readFileSync(join(projectFolder, file), "utf8").split("\n");
  const named = line.match(/^# yaml-language-server: \$schema=(\S+)$/)?.[1];
  if (named === undefined) throw new Error(`${file} begins with no line that names a schema, but with: ${line}`);
  return relative(projectFolder, join(projectFolder, dirname(file), named));
}

describe("the first line of a values file leads an editor to the schema", () => {
  test.each(layered)("%s", (file) => {
    const schema = schemaOf(file);
    expect(schema).toMatch(/^charts\/(foxctl|arizuko)\/editor\.schema\.json$/);
    const ajv = new Ajv({ strict: false, allErrors: true });
    ajv.validate(
      JSON.parse(readFileSync(join(projectFolder, schema), "utf8")),
      parse(readFileSync(join(projectFolder, file), "utf8")),
    );
    expect(ajv.errors ?? []).toEqual([]);
  });

  test.each(charts)("values.yaml of $metadata.name, whose package has that of Helm only", ({ metadata: { name } }) => {
    expect(schemaOf(`charts/${name}/values.yaml`)).toBe(`charts/${name}/values.schema.json`);
  });
});

describe.each(charts)("what an editor shows of the values of $metadata.name", (chart) => {
  const root = editorSchema(chart);

  /** The schema of a value, where it stands or where it is defined. */
  function at(path: readonly string[]): JsonSchema {
    return path.reduce((schema, name) => resolved(schema).properties?.[name] ?? {}, root);
  }
  function resolved(schema: JsonSchema): JsonSchema {
    const name = schema.$ref?.replace("#/definitions/", "");
    return name === undefined
      ? schema
      : resolved({ ...root.definitions?.[name], ...(schema.description && { description: schema.description }) });
  }

  const values = [...declarations(chart.values)].map(
    ({ path, declaration }) => [path.join("."), path, declaration] as const,
  );

  test("is what each means, its words and its default", () => {
    const silent = values.filter(([, path, { description }]) => {
      const shown = at(path);
      return (shown.description ?? resolved(shown).description) !== description;
    });
    expect(silent.map(([name]) => name)).toEqual([]);
    const wordless = values.filter(([, path, declaration]) => {
      const { enum: words, default: preset } = resolved(at(path));
      return (
        declaration.kind === "oneOf" &&
        !(declaration.options.every((word) => words?.includes(word)) && preset === declaration.default)
      );
    });
    expect(wordless.map(([name]) => name)).toEqual([]);
  });

  test("is red for no value that is left out", () => {
    const ajv = new Ajv({ strict: false, allErrors: true });
    const validate = ajv.compile(root);
    const alone = (path: readonly string[], value: unknown) =>
      path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);
    const red = values.filter(([, path, declaration]) => !validate(alone(path, defaultOf(declaration))));
    expect(red.map(([name]) => name)).toEqual([]);
    expect(validate({})).toBe(true);
  });
});
