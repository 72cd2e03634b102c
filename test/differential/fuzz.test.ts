import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { charts } from "../../generator/charts/index.ts";
import { evaluatorOf, notesOf } from "../../generator/evaluate.ts";
import { helms } from "../charts/helm.ts";
import { type HelmEngine, startHelmEngine } from "../charts/helm-engine.ts";
import { budget } from "../fuzz/budget.ts";
import { draftsOf } from "../fuzz/draft.ts";
import { releaseNames } from "../fuzz/release-name.ts";
import { comparable, withoutBlankLines } from "./comparable.ts";

describe.each(charts)("$metadata.name with values made up by chance", (chart) => {
  const { name: chartName } = chart.metadata;
  let engines: readonly HelmEngine[] = [];
  beforeAll(async () => {
    // One is enough to check the values: both Helms do so by the same library.
    engines = await Promise.all(helms.map((helm) => startHelmEngine(helm, chartName, helm === "helm3")));
  });
  afterAll(() => Promise.all(engines.map((engine) => engine.stop())));

  test("the evaluator, Helm 4 and Helm 3 make the same objects and notes", async () => {
    const evaluate = evaluatorOf(chart);
    const drafts = draftsOf(chartName);
    const property = fc.asyncProperty(releaseNames, drafts.arbitrary, async (name, draft) => {
      const release = { name, namespace: "tests", values: drafts.valuesOf(draft) };
      const installs = Promise.all(engines.map((engine) => engine.install(release)));
      // Meanwhile the evaluator is at it.
      const [objects, notes] = [comparable(Object.fromEntries(evaluate(release))), notesOf(chart, release)];
      const [four, three] = await installs;
      expect(four, "Helm 4 as Helm 3").toEqual(three);
      expect(objects, "as Helm 4").toEqual(comparable(four?.objects ?? {}));
      expect(withoutBlankLines(notes), "notes as Helm 4").toEqual(withoutBlankLines(four?.notes ?? ""));
    });
    await fc.assert(property, budget(`${chartName} differential`, 1000));
  });
});
