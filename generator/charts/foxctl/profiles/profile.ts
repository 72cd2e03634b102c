import type { Profile } from "../../../topology/chart.ts";
import { callerOf } from "../../../values/place.ts";
import type { values } from "../values.ts";

export type FoxctlProfile = Profile<typeof values>;

/** A choice of values for one use of foxctl. */
export function profile(
  options: Omit<FoxctlProfile, "place" | "layer" | "remarks"> & Partial<Pick<FoxctlProfile, "layer" | "remarks">>,
): FoxctlProfile {
  return { layer: false, remarks: [], ...options, place: callerOf(profile) };
}

/** Said of profiles that run what today's public source of foxctl does not have. */
export const documentedCommands =
  "It runs commands of the documented foxctl that today's public source lacks (health, drain, worker and the " +
  "maintenance commands): add `-f values/foxctl-current.yaml` for a binary built from that source.";
