import { describe, expect, test } from "vitest";
import { helms } from "../helm.ts";
import { installerOf } from "../helm-engines.ts";
import { chartNames, defaultsOf } from "../preset.ts";
import { schemaOf, valuesOf } from "../values-file.ts";
import { pathsIn } from "./mutation.ts";
import { type Path, pointerOf, valueAt, withoutKey, withValueAt } from "./path.ts";
import { declaredPaths, placesOf } from "./places.ts";
import { randomFrom, seedOfRun, someOf } from "./random.ts";
import { helmRefusal } from "./refusal.ts";
import { sampleOf } from "./sample.ts";
import { validatorOf } from "./validator.ts";

/** How many nulls each Helm is asked about. */
const askedOfHelm = 15;

describe.each(chartNames)("%s refuses null", (chart) => {
  const schema = schemaOf(chart);
  const validate = validatorOf(schema);
  const defaults = valuesOf(defaultsOf(chart));
  const declared = declaredPaths(schema, defaults);

  test("over every declared value, whether Helm then drops the key or keeps the null", () => {
    expect(declared.length).toBeGreaterThan(0);
    for (const path of declared) {
      expect(validate(withoutKey(defaults, path)), path.join(".")).toContainEqual(
        expect.objectContaining({
          instancePath: pointerOf(path.slice(0, -1)),
          params: { missingProperty: path.at(-1) },
        }),
      );
      expect(isRefused(defaults, path), path.join(".")).toBe(true);
    }
  });

  test("as an entry of a map, an item of a list or a field of a Kubernetes type", () => {
    const inner = placesOf(schema).flatMap(({ path, schema: part }) => {
      const values = withValueAt(defaults, path, sampleOf(schema, part));
      return pathsIn(valueAt(values, path), path).map((each) => ({ values, path: each }));
    });
    expect(inner.length).toBeGreaterThan(0);
    // There are thousands, too many to expect something of each.
    const accepted = inner.filter(({ values, path }) => !isRefused(values, path));
    expect(accepted.map(({ path }) => path.join("."))).toEqual([]);
  });

  function isRefused(values: unknown, path: Path): boolean {
    const place = pointerOf(path);
    return validate(withValueAt(values, path, null)).some(({ instancePath }) => instancePath === place);
  }

  describe.each(helms)("asked of %s", (helm) => {
    const install = installerOf(helm);

    test(`${askedOfHelm} of all`, async () => {
      const seed = seedOfRun();
      console.log(`${chart}: TEST_SEED=${seed}`);
      for (const path of someOf(declared, askedOfHelm, randomFrom(seed))) {
        const refusal = await helmRefusal(install, chart, withValueAt({}, path, null));
        expect(refusal, `null over ${path.join(".")}`).toContain(`at '${pointerOf(path.slice(0, -1))}'`);
        expect(refusal).toContain(`'${path.at(-1)}'`);
      }
    });
  });
});
