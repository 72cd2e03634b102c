import { chartProfile } from "../../../topology/profile.ts";
import type { values } from "../values.ts";

/** A choice of values for one use of foxctl. */
export const profile = chartProfile<typeof values>;

/** Said of profiles that run what today's public source of foxctl does not have. */
export const documentedCommands =
  "It runs commands of the documented foxctl that today's public source lacks (health, drain, worker and the " +
  "maintenance commands): add `-f values/foxctl-current.yaml` for a binary built from that source.";
