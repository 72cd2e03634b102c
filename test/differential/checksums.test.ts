import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { charts } from "../../generator/charts/index.ts";
import { evaluatorOf, type Release } from "../../generator/evaluate.ts";
import { type HelmEngine, type Objects, startHelmEngine } from "../charts/helm-engine.ts";
import { budget } from "../fuzz/budget.ts";
import { draftsOf } from "../fuzz/draft.ts";

describe.each(charts)("the checksums of $metadata.name", (chart) => {
  const { name } = chart.metadata;
  const evaluate = evaluatorOf(chart);
  const { arbitrary, valuesOf } = draftsOf(name);
  const releaseOf = (values: Release["values"]): Release => ({ name, namespace: "tests", values });
  let engine: HelmEngine;
  beforeAll(async () => {
    engine = await startHelmEngine("helm4", name);
  });
  afterAll(() => engine.stop());

  // Helm's may change where the evaluator's stay: an empty line more is another text and no other data.
  test("stay where Helm's stay, and change with a ConfigMap", async () => {
    const property = fc.asyncProperty(arbitrary, async (draft) => {
      const [before, after] = [releaseOf(valuesOf({ ...draft, changes: [] })), releaseOf(valuesOf(draft))];
      const helm = { before: await engine.render(before), after: await engine.render(after) };
      const own = {
        before: checksums(Object.fromEntries(evaluate(before))),
        after: checksums(Object.fromEntries(evaluate(after))),
      };
      const helmBefore = checksums(helm.before);
      for (const [place, digest] of checksums(helm.after)) {
        expect(own.after.has(place), place).toBe(true);
        if (helmBefore.get(place) === digest) expect(own.after.get(place), place).toBe(own.before.get(place));
      }
      if (configurations(helm.before) !== configurations(helm.after)) expect(own.after).not.toEqual(own.before);
    });
    await fc.assert(property, budget(`${name} checksums`, 100));
  });
});

/** Every checksum by its place. */
function checksums(objects: Readonly<Record<string, readonly object[]>>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [file, documents] of Object.entries(objects))
    JSON.stringify(documents, (key, value) => {
      if (key.startsWith("checksum/")) found.set(`${file} ${key}`, value);
      return value;
    });
  return found;
}

/** What the chart's own ConfigMaps hold. */
function configurations(objects: Objects): string {
  const files = Object.keys(objects).filter((file) => file.endsWith("config-map.yaml"));
  return JSON.stringify(files.toSorted().map((file) => objects[file]?.map((object) => object["data"])));
}
