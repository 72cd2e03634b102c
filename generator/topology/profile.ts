import type { Group } from "../values/group.ts";
import { merged } from "../values/merge.ts";
import { callerOf } from "../values/place.ts";
import type { Profile } from "./chart.ts";

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
