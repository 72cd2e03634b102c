import { describe, expect, test } from "vitest";
import { helms } from "./helm.ts";
import { installerOf, objectsOf } from "./helm-engines.ts";
import { objectId } from "./kubernetes-object.ts";
import { nameProblems } from "./object-names.ts";
import { presets } from "./preset.ts";

const installers = { helm4: installerOf("helm4"), helm3: installerOf("helm3") };

describe.each(presets)("$chart $name", (preset) => {
  // Named as the chart, otherwise, as long as Helm allows, and a number to YAML.
  const releases = [preset.chart, "other", `${"release-".repeat(6)}named`, "123"];

  test.each(releases)("release %s: both Helms make the same objects, under valid names", async (name) => {
    const four = await installers.helm4(preset, { name });
    expect(four.objects).toEqual((await installers.helm3(preset, { name })).objects);
    const objects = objectsOf(four);
    expect(objects.length).toBeGreaterThan(0);
    const ids = objects.map(objectId);
    expect(ids).toEqual([...new Set(ids)]);
    expect(objects.flatMap(nameProblems)).toEqual([]);
  });

  test.each(helms)("two renders by %s are the same", async (helm) => {
    expect(await installers[helm](preset)).toEqual(await installers[helm](preset));
  });

  test("every object carries the common labels and is in the release's namespace", async () => {
    for (const object of objectsOf(await installers.helm4(preset, { name: "other" }))) {
      const { name, namespace = "tests", labels = {}, annotations = {} } = object.metadata;
      // Some pods of `helm test` pose as strangers.
      if ("helm.sh/hook" in annotations) continue;
      expect(labels, `${object.kind} ${name}`).toMatchObject({
        "app.kubernetes.io/name": preset.chart,
        "app.kubernetes.io/instance": "other",
        "app.kubernetes.io/managed-by": "Helm",
        "helm.sh/chart": expect.stringMatching(`^${preset.chart}-`),
      });
      expect(namespace).toBe("tests");
    }
  });
});
