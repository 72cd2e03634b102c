import type { IPodDisruptionBudget } from "kubernetes-models/policy/v1";
import { and, type Condition } from "../expressions/condition.ts";
import { labels, selectorLabels } from "../kubernetes/labels.ts";
import { objectName } from "../kubernetes/names.ts";
import type { Document } from "../template/document.ts";
import type { Templated } from "../template/hole.ts";
import { type Component, componentDocument } from "./component.ts";

type Limit = Pick<NonNullable<IPodDisruptionBudget["spec"]>, "minAvailable" | "maxUnavailable">;

/** Keeps node drains from taking too many pods of a component at once. */
export function disruptionBudget(component: Component, enabled: Condition, limit: Templated<Limit> & object): Document {
  const body: Templated<IPodDisruptionBudget> = {
    apiVersion: "policy/v1",
    kind: "PodDisruptionBudget",
    metadata: { name: objectName(component.suffix), labels: labels(component.name) },
    spec: { ...(limit as Record<never, never>), selector: { matchLabels: selectorLabels(component.name) } },
  };
  return componentDocument(component, {
    file: "pod-disruption-budget",
    comment: `Keeps node drains from taking too many pods of ${component.name} at once; absent where it would block them.`,
    condition: and(component.enabled, enabled),
    body,
  });
}
