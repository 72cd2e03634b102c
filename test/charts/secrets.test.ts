import { describe, expect, test } from "vitest";
import type { JsonSchema } from "../../generator/values/json-schema.ts";
import { runHelm, template } from "./helm.ts";
import { type KubernetesObject, parseObjects } from "./kubernetes-object.ts";
import { chartNames, type Preset, presetArguments, presets } from "./preset.ts";
import { schemaAt } from "./schema/schema-at.ts";
import { partValidator } from "./schema/validator.ts";
import { isValues, schemaOf, type Values, valuesOf } from "./values-file.ts";

/** A secret value and where it belongs. */
interface SecretValue {
  readonly path: readonly string[];
  readonly value: string;
}

describe.each(presets)("secrets of $chart $name", (preset) => {
  test("rendered without a cluster, nothing is made up", async () => {
    const given = secretPaths(valuesOf(preset)).map(({ value }) => base64(value));
    for (const { metadata, ...secret } of secretsAmong(parseObjects(await template("helm4", preset)))) {
      const { data = {} } = secret as { data?: Readonly<Record<string, string>> };
      expect(given, `data of Secret ${metadata.name}`).toEqual(expect.arrayContaining(Object.values(data)));
    }
  });

  test("a value given for a Secret is printed nowhere else", async () => {
    const marked = markedSecrets(preset);
    const more = settings(marked);
    const objects = parseObjects(await template("helm4", preset, preset.chart, ...more));
    const rest = JSON.stringify(objects.filter(({ kind }) => kind !== "Secret"));
    const secrets = JSON.stringify(secretsAmong(objects));
    const notes = await notesOf(preset, more);
    for (const { path, value } of marked) {
      expect(secrets, `${path.join(".")} in a Secret`).toContain(base64(value));
      for (const form of [value, base64(value)]) {
        expect(rest, `${path.join(".")} outside of Secrets`).not.toContain(form);
        expect(notes, `${path.join(".")} in the notes`).not.toContain(form);
      }
    }
  });
});

test.each(chartNames)("%s has secret values", (chart) => {
  expect(secretPaths(valuesOf({ chart, name: "defaults", files: [] })).length).toBeGreaterThan(0);
});

function secretsAmong(objects: readonly KubernetesObject[]): readonly KubernetesObject[] {
  return objects.filter(({ kind }) => kind === "Secret");
}

/** `secrets.*.values.*` */
function secretPaths(values: Values): readonly SecretValue[] {
  const { secrets } = values;
  return Object.entries(isValues(secrets) ? secrets : {}).flatMap(([source, fields]) => {
    const { values: keys } = fields as { values?: Readonly<Record<string, string>> };
    return Object.entries(keys ?? {}).map(([key, value]) => ({ path: ["secrets", source, "values", key], value }));
  });
}

/** A recognisable value for every secret, of the form that it asks for. */
function markedSecrets(preset: Preset): readonly SecretValue[] {
  const schema = schemaOf(preset.chart);
  return secretPaths(valuesOf(preset)).map(({ path }, index) => {
    const value = formsOf(`marked-${index}-value`).find((form) => fits(schema, path, form));
    if (value === undefined) throw new Error(`no form of marked value fits ${path.join(".")}; add one to formsOf`);
    return { path, value };
  });
}

function formsOf(mark: string): readonly string[] {
  return [mark, base64(mark.padEnd(32, "-")), `postgres://user:${mark}@db.example.com/name`, `https://${mark}.example`];
}

function fits(schema: JsonSchema, path: readonly string[], value: string): boolean {
  return partValidator(schema, schemaAt(schema, path))(value).length === 0;
}

/** What tells Helm these values, with no Secret of somebody else's in their way. */
function settings(marked: readonly SecretValue[]): readonly string[] {
  const pairs = marked.flatMap(({ path, value }) => [
    `${path.join(".")}=${value}`,
    ...["existingSecret", "remoteKey"].map((other) => `${[...path.slice(0, -2), other].join(".")}=`),
  ]);
  return [...new Set(pairs)].flatMap((pair) => ["--set-literal", pair]);
}

async function notesOf(preset: Preset, more: readonly string[]): Promise<string> {
  const words = ["install", preset.chart, ...presetArguments(preset), ...more, "--dry-run=client", "--output", "json"];
  const { succeeded, stdout, stderr } = await runHelm("helm4", ...words);
  if (!succeeded) throw new Error(`helm4 ${words.join(" ")}:\n${stderr}`);
  const { info }: { info: { notes: string } } = JSON.parse(stdout);
  expect(info.notes.trim()).not.toBe("");
  return info.notes;
}

function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}
