import type { IDeployment, IDeploymentStrategy } from "kubernetes-models/apps/v1";
import type { Condition } from "../expressions/condition.ts";
import { labels, selectorLabels } from "../kubernetes/labels.ts";
import { objectName } from "../kubernetes/names.ts";
import type { Document } from "../template/document.ts";
import type { Maybe, Templated } from "../template/hole.ts";
import { mapping } from "../template/mapping.ts";
import { when } from "../template/when.ts";
import { type Component, componentDocument } from "./component.ts";
import { type PodOptions, podTemplate } from "./pod.ts";

export interface DeploymentOptions extends PodOptions {
  /** Left out where an autoscaler owns it. */
  readonly replicas: Templated<number> | Maybe<number>;
  /** Annotations of the Deployment itself. */
  readonly ownAnnotations?: { readonly [name: string]: Templated<string> | Maybe<string> };
  /** When the old pods must be gone before new ones start: state that two pods cannot share. */
  readonly recreate: Condition;
}

export function deployment(component: Component, options: DeploymentOptions): Document {
  const { replicas, recreate, ownAnnotations, ...pod } = options;
  const body: Templated<IDeployment> = {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: {
      name: objectName(component.suffix),
      labels: labels(component.name),
      ...(ownAnnotations && { annotations: mapping(ownAnnotations) }),
    },
    spec: {
      replicas,
      revisionHistoryLimit: 5,
      strategy: strategy(recreate),
      selector: { matchLabels: selectorLabels(component.name) },
      template: podTemplate(component, pod),
    },
  };
  return componentDocument(component, {
    file: "deployment",
    comment: component.description,
    body,
  });
}

/**
 * The figures of a rolling update are always printed: server-side apply removes only fields that it once set, and
 * Recreate is refused while they stand.
 */
function strategy(recreate: Condition): Templated<IDeploymentStrategy> {
  return when<IDeploymentStrategy>(
    recreate,
    { type: "Recreate" },
    { type: "RollingUpdate", rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
  );
}
