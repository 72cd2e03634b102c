import type {
  IHorizontalPodAutoscaler,
  IHorizontalPodAutoscalerBehavior,
  IMetricSpec,
} from "kubernetes-models/autoscaling/v2";
import { and, atLeast } from "../expressions/condition.ts";
import type { Expression } from "../expressions/expression.ts";
import type { Reference } from "../expressions/reference.ts";
import { kubernetes } from "../kubernetes/embedded.ts";
import { labels } from "../kubernetes/labels.ts";
import { objectName } from "../kubernetes/names.ts";
import type { Document } from "../template/document.ts";
import type { Maybe, Templated } from "../template/hole.ts";
import { when } from "../template/when.ts";
import { boolean } from "../values/boolean.ts";
import { group } from "../values/group.ts";
import { integer } from "../values/integer.ts";
import { type Component, componentDocument } from "./component.ts";

export interface AutoscalingDefaults {
  readonly minReplicas: number;
  readonly maxReplicas: number;
  /** Percent of what is requested; 0 for a measure that does not count. */
  readonly cpu: number;
  readonly memory: number;
  readonly behavior: IHorizontalPodAutoscalerBehavior;
}

/** Declares how a component is scaled by its load. */
export function autoscalingValues({ minReplicas, maxReplicas, cpu, memory, behavior }: AutoscalingDefaults) {
  return group("Scaling by load, in place of a fixed number of replicas.", {
    enabled: boolean("Whether a HorizontalPodAutoscaler sets the number of replicas.", { default: false }),
    minReplicas: integer("The fewest replicas.", { default: minReplicas, minimum: 1 }),
    maxReplicas: integer("The most replicas.", { default: maxReplicas, minimum: 1 }),
    cpu: integer("CPU to aim at, in percent of what is requested; 0 to leave it out.", { default: cpu, minimum: 0 }),
    memory: integer("Memory to aim at, in percent of what is requested; 0 to leave it out.", {
      default: memory,
      minimum: 0,
    }),
    behavior: kubernetes("HorizontalPodAutoscalerBehavior", "How fast replicas are added and removed.", {
      default: behavior,
    }),
  });
}

type AutoscalingReference = Reference<ReturnType<typeof autoscalingValues>>;

export function autoscaler(component: Component, autoscaling: AutoscalingReference): Document {
  const body: Templated<IHorizontalPodAutoscaler> = {
    apiVersion: "autoscaling/v2",
    kind: "HorizontalPodAutoscaler",
    metadata: { name: objectName(component.suffix), labels: labels(component.name) },
    spec: {
      scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: objectName(component.suffix) },
      minReplicas: autoscaling.minReplicas,
      maxReplicas: autoscaling.maxReplicas,
      metrics: [utilization("cpu", autoscaling.cpu), utilization("memory", autoscaling.memory)],
      behavior: autoscaling.behavior,
    },
  };
  return componentDocument(component, {
    file: "horizontal-pod-autoscaler",
    comment: `Scales ${component.name} by its load.`,
    condition: and(component.enabled, autoscaling.enabled),
    body,
  });
}

function utilization(name: "cpu" | "memory", percent: Expression<number>): Maybe<IMetricSpec> {
  return when<IMetricSpec>(atLeast(percent, 1), {
    type: "Resource",
    resource: { name, target: { type: "Utilization", averageUtilization: percent } },
  });
}
