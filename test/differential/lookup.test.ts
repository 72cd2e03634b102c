import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { charts } from "../../generator/charts/index.ts";
import { evaluatorOf, type Release } from "../../generator/evaluate.ts";
import { helms } from "../charts/helm.ts";
import { type HelmEngine, type Objects, startHelmEngine } from "../charts/helm-engine.ts";
import { presets } from "../charts/preset.ts";
import { valuesOf } from "../charts/values-file.ts";
import { comparable } from "./comparable.ts";

/** What a Secret holds that the cluster has already: nothing that anybody would make up. */
const kept = Buffer.from("kept").toString("base64");

describe.each(charts)("$metadata.name with a cluster to ask", (chart) => {
  const { name } = chart.metadata;
  const evaluate = evaluatorOf(chart);

  describe.each(helms)("%s", (helm) => {
    let engine: HelmEngine;
    beforeAll(async () => {
      engine = await startHelmEngine(helm, name);
    });
    afterAll(() => engine.stop());

    describe.each(presets.filter(({ chart: of }) => of === name))("$name", (preset) => {
      const release: Release = { name, namespace: "tests", values: valuesOf(preset), secrets: {} };

      test("the evaluator makes up values for the same keys, in the same form", async () => {
        const wanted = maskedSecrets(await engine.render(release));
        expect(maskedSecrets(comparable(Object.fromEntries(evaluate(release))))).toEqual(wanted);
      });

      test("the evaluator keeps what is there already", async () => {
        const again = { ...release, secrets: keptSecrets(await engine.render(release)) };
        const wanted = comparable(await engine.render(again));
        expect(comparable(Object.fromEntries(evaluate(again)))).toEqual(wanted);
        // Twice the same: nothing is made up any more.
        expect(comparable(await engine.render(again))).toEqual(wanted);
      });
    });
  });
});

/** Made-up values have nothing in common but their length. */
function maskedSecrets(objects: Objects): Objects {
  return mapSecrets(comparable(objects), (value) => `${Buffer.from(value, "base64").length} bytes`);
}

function mapSecrets(objects: Objects, change: (value: string) => string): Objects {
  return Object.fromEntries(
    Object.entries(objects).map(([file, documents]) => [
      file,
      documents.map((document) =>
        document.kind === "Secret" ? { ...document, data: mapValues(dataOf(document), change) } : document,
      ),
    ]),
  );
}

/** The Secrets of a release as if they had been installed with other values. */
function keptSecrets(objects: Objects): NonNullable<Release["secrets"]> {
  const secrets = Object.values(objects)
    .flat()
    .filter(({ kind }) => kind === "Secret");
  return Object.fromEntries(secrets.map((secret) => [secret.metadata.name, mapValues(dataOf(secret), () => kept)]));
}

function dataOf({ data }: { readonly [field: string]: unknown }): Readonly<Record<string, string>> {
  return (data ?? {}) as Readonly<Record<string, string>>;
}

function mapValues(data: Readonly<Record<string, string>>, change: (value: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, change(value)]));
}
