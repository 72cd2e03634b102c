import { describe, expect, test } from "vitest";
import { charts } from "../../generator/charts/index.ts";
import type { Declaration } from "../../generator/values/declaration.ts";
import type { Group } from "../../generator/values/group.ts";
import { declarations } from "../../generator/values/walk.ts";
import { installerOf, objectsOf } from "./helm-engines.ts";
import type { KubernetesObject } from "./kubernetes-object.ts";
import { chartNames, defaultsOf, type Preset, presets } from "./preset.ts";
import { withValueAt } from "./schema/path.ts";
import { schemaAt } from "./schema/schema-at.ts";
import { partValidator } from "./schema/validator.ts";
import { isValues, schemaOf, type Values, valuesOf } from "./values-file.ts";

/** A secret value and where it belongs. */
interface SecretValue {
  readonly path: readonly string[];
  readonly value: string;
}

const install = installerOf("helm4");

describe.each(presets)("secrets of $chart $name", (preset) => {
  test("rendered without a cluster, nothing is made up", async () => {
    const given = secretPaths(preset).map(({ value }) => base64(value));
    for (const { metadata, ...secret } of secretsAmong(objectsOf(await install(preset)))) {
      const { data = {} } = secret as { data?: Readonly<Record<string, string>> };
      expect(given, `data of Secret ${metadata.name}`).toEqual(expect.arrayContaining(Object.values(data)));
    }
  });

  test("a value given for a Secret is printed nowhere else", async () => {
    const marked = markedSecrets(preset);
    const installed = await install(preset, { values: withOwnSecrets(preset, marked) });
    const { notes } = installed;
    expect(notes.trim()).not.toBe("");
    const objects = objectsOf(installed);
    const rest = JSON.stringify(objects.filter(({ kind }) => kind !== "Secret"));
    const secrets = JSON.stringify(secretsAmong(objects));
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
  expect(secretPaths(defaultsOf(chart)).length).toBeGreaterThan(0);
});

function secretsAmong(objects: readonly KubernetesObject[]): readonly KubernetesObject[] {
  return objects.filter(({ kind }) => kind === "Secret");
}

/** Every value that the model says is secret, those in entries of maps included. */
function secretPaths(preset: Preset): readonly SecretValue[] {
  return [...secretsIn(modelOf(preset.chart), valuesOf(preset), [])];
}

function* secretsIn(declaration: Declaration, value: unknown, path: readonly string[]): Generator<SecretValue> {
  if (declaration.kind === "secret") yield { path, value: typeof value === "string" ? value : "" };
  if (!isValues(value)) return;
  if (declaration.kind === "group")
    for (const [name, child] of Object.entries(declaration.children))
      yield* secretsIn(child, value[name], [...path, name]);
  if (declaration.kind === "map")
    for (const [name, entry] of Object.entries(value))
      if (!isValues(entry) || entry["enabled"] !== false) yield* secretsIn(declaration.item, entry, [...path, name]);
}

function modelOf(chart: string): Group {
  const found = charts.find(({ metadata }) => metadata.name === chart);
  if (!found) throw new Error(`there is no chart ${chart}`);
  return found.values;
}

/** A recognisable value for every secret, of the form that it asks for. */
function markedSecrets(preset: Preset): readonly SecretValue[] {
  const schema = schemaOf(preset.chart);
  return secretPaths(preset).map(({ path }, index) => {
    const validate = partValidator(schema, schemaAt(schema, path));
    const value = formsOf(`marked-${index}-value`).find((form) => validate(form).length === 0);
    if (value === undefined) throw new Error(`no form of marked value fits ${path.join(".")}; add one to formsOf`);
    return { path, value };
  });
}

function formsOf(mark: string): readonly string[] {
  return [
    mark,
    base64(mark.padEnd(32, "-")),
    `postgres://user:${mark}@db.example.com/name`,
    `https://${mark}.example`,
    `1:${mark}`,
    `xoxb-${mark}`,
  ];
}

/** The values of a preset with these secrets among them, and with no Secret of somebody else's in their way. */
function withOwnSecrets(preset: Preset, marked: readonly SecretValue[]): Values {
  const elsewhere = [...declarations(modelOf(preset.chart))]
    .map(({ path }) => path)
    .filter(([first, ...rest]) => first === "secrets" && /^(existing|remoteKey)/.test(rest.at(-1) ?? ""))
    .map((path) => ({ path, value: "" }));
  const changes = [...marked, ...elsewhere, { path: ["externalSecrets", "enabled"], value: false }];
  return changes.reduce((values, { path, value }) => withValueAt(values, path, value) as Values, valuesOf(preset));
}

function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}
