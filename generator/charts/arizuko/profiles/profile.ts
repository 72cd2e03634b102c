import { chartProfile } from "../../../topology/profile.ts";
import type { values } from "../values.ts";

/** A choice of values for one use of arizuko. */
export const profile = chartProfile<typeof values>;
