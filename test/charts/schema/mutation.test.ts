import { isDeepStrictEqual } from "node:util";
import { describe, expect, test } from "vitest";
import { installerOf } from "../helm-engines.ts";
import { chartNames, defaultsOf, presets } from "../preset.ts";
import { schemaOf, valuesOf } from "../values-file.ts";
import { type Mutation, mutationsOf, pathsIn } from "./mutation.ts";
import { type Path, valueAt, withValueAt } from "./path.ts";
import { placesOf } from "./places.ts";
import { randomFrom, seedOfRun, someOf } from "./random.ts";
import { helmRefusal, helmRefusalProblem, refusalProblem } from "./refusal.ts";
import { sampleOf } from "./sample.ts";
import { validatorOf } from "./validator.ts";

/** How many mistakes of each chart Helm itself is asked about; the validator of the schema sees all of them. */
const askedOfHelm = 60;

describe.each(chartNames)("%s refuses misspelt keys and wrong types, and names them", (chart) => {
  const schema = schemaOf(chart);
  const validate = validatorOf(schema);
  const defaults = valuesOf(defaultsOf(chart));

  function problemsWith(mutations: readonly Mutation[]): readonly string[] {
    expect(mutations.length).toBeGreaterThan(0);
    return mutations.flatMap((mutation) => refusalProblem(mutation, validate) ?? []);
  }

  test.each(presets.filter((preset) => preset.chart === chart))("in the values of $name", (preset) => {
    const values = valuesOf(preset);
    expect(validate(values)).toEqual([]);
    const paths = pathsIn(values).filter((path) => preset.name === "defaults" || isChosen(values, path));
    expect(problemsWith(paths.flatMap((path) => mutationsOf(schema, values, path)))).toEqual([]);
  });

  /** Whether a value is another than by default: mistakes in all others are tried in the defaults. */
  function isChosen(values: unknown, path: Path): boolean {
    return !isDeepStrictEqual(valueAt(values, path), valueAt(defaults, path));
  }

  // Most maps, lists and Kubernetes types are empty by default.
  const places = placesOf(schema);
  const samples = places.map(({ path, schema: part }) => ({
    name: path.join("."),
    path,
    values: withValueAt(defaults, path, sampleOf(schema, part)),
  }));

  test.each(samples)("in an example of $name", ({ path, values }) => {
    expect(validate(values)).toEqual([]);
    expect(problemsWith(mutationsWithin(path, values))).toEqual([]);
  });

  function mutationsWithin(path: Path, values: unknown): readonly Mutation[] {
    const inner = pathsIn(valueAt(values, path), path);
    return inner.flatMap((each) => mutationsOf(schema, values, each));
  }

  const install = installerOf("helm4");

  test(`${askedOfHelm} of all, asked of Helm`, async () => {
    const seed = seedOfRun();
    console.log(`${chart}: TEST_SEED=${seed}`);
    const inDefaults = pathsIn(defaults).flatMap((path) => mutationsOf(schema, defaults, path));
    const inSamples = samples.flatMap(({ path, values }) => mutationsWithin(path, values));
    const random = randomFrom(seed);
    const chosen = [inDefaults, inSamples].flatMap((all) => someOf(all, askedOfHelm / 2, random));
    const answers = chosen.map(async (mutation) =>
      helmRefusalProblem(mutation, await helmRefusal(install, chart, mutation.values)),
    );
    expect((await Promise.all(answers)).flatMap((problem) => problem ?? [])).toEqual([]);
  });
});
