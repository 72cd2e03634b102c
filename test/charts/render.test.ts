import { describe, expect, test } from "vitest";
import { template } from "./helm.ts";
import { objectId, parseObjects, sortedObjects } from "./kubernetes-object.ts";
import { nameProblems } from "./object-names.ts";
import { presets } from "./preset.ts";

describe.each(presets)("$chart $name", (preset) => {
  // Named as the chart, otherwise, as long as Helm allows, and a number to YAML.
  const releases = [preset.chart, "other", `${"release-".repeat(6)}named`, "123"];

  test.each(releases)("release %s: both Helms make the same objects, under valid names", async (release) => {
    const four = parseObjects(await template("helm4", preset, release));
    const three = parseObjects(await template("helm3", preset, release));
    expect(sortedObjects(four)).toEqual(sortedObjects(three));
    expect(four.length).toBeGreaterThan(0);
    const ids = four.map(objectId);
    expect(ids).toEqual([...new Set(ids)]);
    expect(four.flatMap(nameProblems)).toEqual([]);
  });

  test("two renders are the same", async () => {
    expect(await template("helm3", preset)).toBe(await template("helm3", preset));
    // Helm 4 moves blank lines now and then.
    const [first, second] = [await template("helm4", preset), await template("helm4", preset)].map(withoutBlankLines);
    expect(first).toBe(second);
  });

  test("every object carries the common labels and is in the release's namespace", async () => {
    for (const object of parseObjects(await template("helm4", preset, "other"))) {
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

function withoutBlankLines(text: string): string {
  return text.replaceAll(/\n\s*\n/g, "\n");
}
