import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { charts } from "../../generator/charts/index.ts";
import { evaluatorOf, notesOf, type Release } from "../../generator/evaluate.ts";
import { helms, template } from "../charts/helm.ts";
import { type HelmEngine, startHelmEngine } from "../charts/helm-engine.ts";
import { objectId, parseObjects, sortedObjects } from "../charts/kubernetes-object.ts";
import { nameProblems } from "../charts/object-names.ts";
import { presets } from "../charts/preset.ts";
import { valuesOf } from "../charts/values-file.ts";
import { comparable, withoutBlankLines } from "./comparable.ts";

describe.each(charts)("$metadata.name", (chart) => {
  const { name } = chart.metadata;
  const evaluate = evaluatorOf(chart);
  // Named as the chart, otherwise, as long as Helm allows, and a number to YAML.
  const releases = [name, "other", `${"release-".repeat(6)}named`, "123"];

  describe.each(helms)("%s", (helm) => {
    let engine: HelmEngine;
    beforeAll(async () => {
      engine = await startHelmEngine(helm, name);
    });
    afterAll(() => engine.stop());

    describe.each(presets.filter(({ chart: of }) => of === name))("$name", (preset) => {
      const values = valuesOf(preset);
      const release = (named: string): Release => ({ name: named, namespace: "tests", values });

      test.each(releases)(
        "release %s: the evaluator makes the same objects and notes, under valid names",
        async (named) => {
          const { objects, notes } = await engine.install(release(named));
          const wanted = comparable(objects);
          const all = Object.values(objects).flat();
          expect(all.length).toBeGreaterThan(0);
          const ids = all.map(objectId);
          expect(ids).toEqual([...new Set(ids)]);
          expect(all.flatMap(nameProblems)).toEqual([]);
          expect(comparable(Object.fromEntries(evaluate(release(named))))).toEqual(wanted);
          expect(withoutBlankLines(notesOf(chart, release(named)))).toEqual(withoutBlankLines(notes));
        },
      );

      test("the engine in a process of the tests' makes the objects of the command", async () => {
        const objects = Object.values(await engine.render(release(name))).flat();
        const printed = parseObjects(await template(helm, preset));
        expect(sortedObjects(objects)).toEqual(sortedObjects(printed));
      });
    });
  });
});
