import type { Condition } from "./condition.ts";
import { type Expression, expression, node } from "./expression.ts";

/** The data of a Secret as the cluster has it, values in base64; empty when there is none, or no cluster. */
export function secretData(name: Expression<string>): Expression<Readonly<Record<string, string>>> {
  return expression({ op: "lookup", secret: name[node] });
}

/**
 * Whether Secrets can be listed. Helm answers `lookup` with nothing when it renders without a cluster, as Argo CD and
 * `helm template` do (Helm documentation, "Template Functions and Pipelines", on lookup).
 */
export const clusterAnswers: Condition = expression({ op: "lookup" });
