import type { Environment } from "../../expressions/environment.ts";
import { holds } from "../../expressions/evaluate.ts";
import type { WhenNode } from "../hole.ts";

/** The body that a condition chooses. */
export function branchOf({ condition, then, otherwise }: WhenNode, environment: Environment): unknown {
  return holds(condition, environment) ? then : otherwise;
}
