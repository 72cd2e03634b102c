import { type Condition, hasEntries, or } from "./condition.ts";
import { type Expression, expression, node } from "./expression.ts";

/** The data of a Secret as the cluster has it, values in base64; empty when there is none, or no cluster. */
export function secretData(name: Expression<string>): Expression<Readonly<Record<string, string>>> {
  return expression({ op: "lookup", secret: name[node] });
}

/**
 * Whether there is a cluster to ask, by the data of a Secret as the cluster has it. Helm answers `lookup` with nothing
 * when it renders without a cluster, as Argo CD and `helm template` do (Helm documentation, "Template Functions and
 * Pipelines", on lookup). Only where that Secret is not there are all listed: the records of releases are large.
 */
export function clusterAnswers(kept: Expression<Readonly<Record<string, string>>>): Condition {
  return or(hasEntries(kept), expression({ op: "lookup" }));
}
