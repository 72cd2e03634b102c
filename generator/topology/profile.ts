import type { Group } from "../values/group.ts";
import { merged } from "../values/merge.ts";
import { callerOf } from "../values/place.ts";
import type { Chart, Profile } from "./chart.ts";

type Defaults = "layer" | "remarks" | "ci";

/** A profile as it is written down: it stands alone, has no remarks and is tested as it is unless it says so. */
export type ProfileOptions<V extends Group> = Omit<Profile<V>, "place" | Defaults> &
  Partial<Pick<Profile<V>, Defaults>>;

/** A choice of values for one use of the chart with the values `V`. */
export function chartProfile<V extends Group>(options: ProfileOptions<V>): Profile<V> {
  return { layer: false, remarks: [], ci: {}, ...options, place: callerOf(chartProfile) };
}

/** What a profile is tested with: its values, with those for the test on top. */
export function testValues({ values, ci }: Profile): Readonly<Record<string, unknown>> {
  return merged(values, ci.values ?? {}) as Readonly<Record<string, unknown>>;
}

/** The values of each choice that a chart offers: its defaults, its profiles, and each layer on top of each of these. */
export function offeredValues({ profiles }: Pick<Chart, "profiles">): readonly Readonly<Record<string, unknown>>[] {
  const bases: readonly object[] = [{}, ...profiles.filter(({ layer }) => !layer).map(({ values }) => values)];
  const layers = profiles.filter(({ layer }) => layer);
  const layered = layers.flatMap(({ values }) => bases.map((base) => merged(base, values)));
  return [...bases, ...layered] as readonly Readonly<Record<string, unknown>>[];
}
