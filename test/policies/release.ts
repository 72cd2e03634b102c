import type { INetworkPolicy } from "kubernetes-models/networking.k8s.io/v1";
import { charts } from "../../generator/charts/index.ts";
import { environmentsOf, evaluatorOf } from "../../generator/evaluate.ts";
import { evaluate, holds } from "../../generator/expressions/evaluate.ts";
import { type Expression, node } from "../../generator/expressions/expression.ts";
import { type Component, podOf } from "../../generator/topology/component.ts";
import type { JsonObject } from "../../generator/values/json.ts";
import { merged } from "../../generator/values/merge.ts";
import type { KubernetesObject } from "../charts/kubernetes-object.ts";
import { containersOf, podTemplates } from "../charts/pods.ts";
import type { Preset } from "../charts/preset.ts";
import { type Values, valuesOf } from "../charts/values-file.ts";
import type { Peer, Port } from "./connection.ts";

export const namespace = "tests";

/** The pods of one kind that a release makes. */
export interface ReleasePod extends Peer {
  /** The label app.kubernetes.io/component. */
  readonly component: string;
  /** What its containers name. */
  readonly ports: readonly Port[];
}

/** A release as policies see it, and the model that it is made from. */
export interface PolicyRelease {
  readonly policies: readonly INetworkPolicy[];
  readonly pods: readonly ReleasePod[];
  /** Pods that Helm makes along, but which are of no component: tests that come as strangers. */
  readonly strangers: readonly Peer[];
  readonly values: Values;
  readonly components: readonly Component[];
  /** What an expression of the model is for the release. */
  readonly read: <T>(expression: Expression<T>) => T;
  readonly holds: (condition: Expression<boolean>) => boolean;
}

/** A release of a preset, with values on top. */
export function policyRelease(preset: Preset, overrides: Values = {}): PolicyRelease {
  const chart = charts.find(({ metadata }) => metadata.name === preset.chart);
  if (!chart) throw new Error(`there is no chart ${preset.chart}`);
  const values = merged(valuesOf(preset), overrides) as Values;
  const release = { name: preset.chart, namespace, values };
  const objects = [...evaluatorOf(chart)(release).values()].flat().map(kubernetesObject);
  const environment = environmentsOf(chart)(release);
  const pods = releasePods(objects);
  const names = new Set(chart.components.map((component) => podOf(component).name));
  return {
    policies: objects
      .filter(({ kind }) => kind === "NetworkPolicy")
      .map((object) => ({ ...object, metadata: { ...object.metadata, namespace } }) as unknown as INetworkPolicy),
    pods: pods.filter(({ component }) => names.has(component)),
    strangers: pods.filter(({ component }) => !names.has(component)),
    values,
    components: chart.components,
    read: <T>(expression: Expression<T>) => evaluate(expression[node], environment) as T,
    holds: (condition) => holds(condition[node], environment),
  };
}

function kubernetesObject(object: JsonObject): KubernetesObject {
  return object as unknown as KubernetesObject;
}

/** One of each kind: what makes several of them, makes them alike. */
function releasePods(objects: readonly KubernetesObject[]): readonly ReleasePod[] {
  const pods = podTemplates(objects).map((template, index): ReleasePod => {
    const labels = template.metadata.labels ?? {};
    const component = labels["app.kubernetes.io/component"];
    if (component === undefined) throw new Error(`${template.owner} makes pods that belong to no component`);
    const ports = containersOf(template).flatMap(({ ports: named = [] }) =>
      named.map(
        ({ containerPort, name = "", protocol }): Port => ({
          number: containerPort,
          name,
          protocol: protocol === "UDP" ? "UDP" : "TCP",
        }),
      ),
    );
    const pod = { namespace, namespaceLabels: {}, labels };
    return { name: component, component, ports, address: `10.244.1.${index + 1}`, pod };
  });
  return [...new Map(pods.map((pod) => [pod.component, pod])).values()];
}
