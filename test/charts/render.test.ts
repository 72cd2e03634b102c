import { describe, expect, test } from "vitest";
import { installerOf, objectsOf } from "./helm-engines.ts";
import { presets } from "./preset.ts";

const installers = [installerOf("helm4"), installerOf("helm3")];

describe.each(presets)("$chart $name", (preset) => {
  test("both Helms make the same objects and notes, and do so again", async () => {
    const [first, ...others] = await Promise.all([...installers, ...installers].map((install) => install(preset)));
    for (const other of others) expect(other).toEqual(first);
  });

  test("every object carries the common labels and is in the release's namespace", async () => {
    const [install] = installers;
    const objects = (await install?.(preset, { name: "other" }).then(objectsOf)) ?? [];
    expect(objects.length).toBeGreaterThan(0);
    for (const object of objects) {
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
