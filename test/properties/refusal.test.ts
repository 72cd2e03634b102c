import fc from "fast-check";
import { expect, test } from "vitest";
import { chartNames } from "../charts/preset.ts";
import { mutationsOf, pathsIn } from "../charts/schema/mutation.ts";
import { refusalProblem } from "../charts/schema/refusal.ts";
import { validatorOf } from "../charts/schema/validator.ts";
import { schemaOf } from "../charts/values-file.ts";
import { budget } from "../fuzz/budget.ts";
import { type Draft, draftsOf } from "../fuzz/draft.ts";

/** How many mistakes are made in each value set, one at a time. */
const mistakes = 20;

test.each(chartNames)("%s refuses a mistake in values made up by chance, and names its place", (chart) => {
  const schema = schemaOf(chart);
  const validate = validatorOf(schema);
  const { arbitrary, valuesOf } = draftsOf(chart);
  let tried = 0;
  const check = (draft: Draft, places: readonly number[]): void => {
    const values = valuesOf(draft);
    // What is in whole objects of the user's own is not checked.
    const paths = pathsIn(values).filter(([first]) => first !== "extraObjects");
    for (const place of places) {
      const path = paths[place % paths.length] ?? [];
      for (const mutation of mutationsOf(schema, values, path)) {
        tried += 1;
        expect(refusalProblem(mutation, validate)).toBeUndefined();
      }
    }
  };
  const places = fc.array(fc.nat(), { minLength: mistakes, maxLength: mistakes });
  fc.assert(fc.property(arbitrary, places, check), budget(`${chart}: refusals`, 200));
  expect(tried).toBeGreaterThan(mistakes);
});
