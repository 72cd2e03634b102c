import type { Chart, Profile } from "../topology/chart.ts";
import { testValues } from "../topology/profile.ts";
import { defaultOf } from "../values/defaults.ts";
import { merged } from "../values/merge.ts";
import type { Place } from "../values/place.ts";
import { declarationsAround, groupAround } from "./group-around.ts";
import type { Problem } from "./problem.ts";
import { describeRefusal, pathOf } from "./refusal.ts";
import { valuesCheckOf } from "./values-check.ts";

/** Defaults and profiles that break the chart's schema, and a schema that breaks its metaschema. */
export function invalidValues(chart: Chart): readonly Problem[] {
  const check = valuesCheckOf(chart);
  if (typeof check === "string") return [{ place: chart.values.place, message: check }];
  const defaults = defaultOf(chart.values);
  const wrongDefaults = check(defaults).map((error) => ({
    place: placeOfDefault(chart, pathOf(error)),
    message: `the default ${describeRefusal(error)}${groupAround(chart.values, pathOf(error))}`,
  }));
  // Each profile would repeat them.
  if (wrongDefaults.length > 0) return wrongDefaults;
  return chart.profiles.flatMap((profile) => {
    const problems = basesOf(profile, chart).flatMap((base) =>
      check(merged(merged(defaults, base.values), profile.values)).map(
        (error) => `the profile "${profile.name}"${base.title}: ${describeRefusal(error)}`,
      ),
    );
    const inTest = check(merged(defaults, testValues(profile))).map(
      (error) => `the profile "${profile.name}" in its test: ${describeRefusal(error)}`,
    );
    // What the profile itself is refused for would be told again.
    return [...new Set(problems.length > 0 ? problems : inTest)].map((message) => ({ place: profile.place, message }));
  });
}

interface Base {
  readonly title: string;
  readonly values: object;
}

/** What a profile is laid over: the defaults, and for a layer every other profile as well. */
function basesOf({ layer }: Profile, { profiles }: Chart): readonly Base[] {
  const others = layer ? profiles.filter((other) => !other.layer) : [];
  return [{ title: "", values: {} }, ...others.map(({ name, values }) => ({ title: ` on "${name}"`, values }))];
}

/** The place of the declaration that a path leads into; of the values as a whole where there is none. */
function placeOfDefault({ values }: Chart, path: readonly string[]): Place {
  return (declarationsAround(values, path).at(-1)?.declaration ?? values).place;
}
