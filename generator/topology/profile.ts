import type { Group } from "../values/group.ts";
import { callerOf } from "../values/place.ts";
import type { Profile } from "./chart.ts";

type Defaults = "layer" | "remarks";

/** A profile as it is written down: it stands alone and has no remarks unless it says so. */
export type ProfileOptions<V extends Group> = Omit<Profile<V>, "place" | Defaults> &
  Partial<Pick<Profile<V>, Defaults>>;

/** A choice of values for one use of the chart with the values `V`. */
export function chartProfile<V extends Group>(options: ProfileOptions<V>): Profile<V> {
  return { layer: false, remarks: [], ...options, place: callerOf(chartProfile) };
}
