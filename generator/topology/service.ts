import type { IService } from "kubernetes-models/v1";
import type { Expression } from "../expressions/expression.ts";
import { string } from "../expressions/text.ts";
import { labels, selectorLabels } from "../kubernetes/labels.ts";
import { objectName } from "../kubernetes/names.ts";
import type { Document } from "../template/document.ts";
import type { Hole, Maybe, Templated } from "../template/hole.ts";
import { type Component, componentDocument, podOf } from "./component.ts";
import type { Endpoint } from "./connection.ts";

type ServiceSpec = NonNullable<IService["spec"]>;

export interface ServiceOptions {
  readonly type: Templated<"ClusterIP" | "NodePort" | "LoadBalancer">;
  readonly annotations?: Hole<{ [key: string]: string }>;
  /** Whatever else it says. */
  readonly spec?: {
    readonly [K in
      | "publishNotReadyAddresses"
      | "externalTrafficPolicy"
      | "loadBalancerClass"
      | "loadBalancerSourceRanges"]?: Templated<NonNullable<ServiceSpec[K]>> | Maybe<NonNullable<ServiceSpec[K]>>;
  };
}

/** The Service of a component: all its listeners. */
export function service(component: Component, { type, annotations, spec }: ServiceOptions): Document {
  const body: Templated<IService> = {
    apiVersion: "v1",
    kind: "Service",
    metadata: {
      name: objectName(component.suffix),
      labels: labels(component.name),
      ...(annotations && { annotations }),
    },
    spec: {
      type,
      ...spec,
      selector: selectorLabels(podOf(component).name),
      ports: Object.keys(component.listeners).map((name) => ({
        name,
        port: servicePortOf(endpoint(component, name)),
        targetPort: name,
        protocol: "TCP" as const,
      })),
    },
  };
  return componentDocument(component, {
    file: "service",
    comment: `Where the rest of the cluster finds ${component.name}.`,
    body,
  });
}

/** One of a component's listeners. @throws Error when it has none of that name */
export function endpoint(component: Component, listener: string): Endpoint {
  if (!component.listeners[listener])
    throw new Error(`the component "${component.name}" has no listener "${listener}"`);
  return { kind: "endpoint", component, listener };
}

/** The port of an endpoint. */
export function portOf({ component, listener }: Endpoint): number {
  const found = component.listeners[listener];
  if (!found) throw new Error(`the component "${component.name}" has no listener "${listener}"`);
  return found.port;
}

/** The port at which an endpoint is found through its Service. */
export function servicePortOf(at: Endpoint): number {
  return at.component.listeners[at.listener]?.service ?? portOf(at);
}

/** Where an endpoint answers inside of the cluster: `http://foxctl:8080`. */
export function urlOf(at: Endpoint): Expression<string> {
  return string`http://${objectName(at.component.suffix)}:${String(servicePortOf(at))}`;
}
