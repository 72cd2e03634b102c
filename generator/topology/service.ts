import type { IService } from "kubernetes-models/v1";
import type { Expression } from "../expressions/expression.ts";
import { string } from "../expressions/text.ts";
import { labels, selectorLabels } from "../kubernetes/labels.ts";
import { objectName } from "../kubernetes/names.ts";
import type { Document } from "../template/document.ts";
import type { Hole, Templated } from "../template/hole.ts";
import { type Component, componentDocument } from "./component.ts";
import type { Endpoint } from "./connection.ts";

export interface ServiceOptions {
  readonly type: Templated<"ClusterIP" | "NodePort" | "LoadBalancer">;
  readonly annotations: Hole<{ [key: string]: string }>;
}

/** The Service of a component: all its listeners under their own ports. */
export function service(component: Component, { type, annotations }: ServiceOptions): Document {
  const body: Templated<IService> = {
    apiVersion: "v1",
    kind: "Service",
    metadata: { name: objectName(component.suffix), labels: labels(component.name), annotations },
    spec: {
      type,
      selector: selectorLabels(component.name),
      ports: Object.entries(component.listeners).map(([name, { port }]) => ({
        name,
        port,
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

/** Where an endpoint answers inside of its own pod: `http://127.0.0.1:8080`. */
export function loopbackUrlOf(at: Endpoint): string {
  return `http://127.0.0.1:${portOf(at)}`;
}

/** Where an endpoint answers inside of the cluster: `http://foxctl:8080`. */
export function urlOf(at: Endpoint): Expression<string> {
  return string`http://${objectName(at.component.suffix)}:${String(portOf(at))}`;
}
