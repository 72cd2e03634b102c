import type { INetworkPolicyPeer } from "kubernetes-models/networking.k8s.io/v1";
import type { Source } from "./connection.ts";
import { sourceValues } from "./external.ts";
import { inNamespace } from "./in-namespace.ts";

/** Declares where the Ingress controller or Gateway runs: by default ingress-nginx, as its own chart installs it. */
export function ingressControllerValues() {
  return sourceValues("Where the Ingress controller or Gateway runs.", [inNamespace("ingress-nginx")]);
}

const prometheusPeer: INetworkPolicyPeer = {
  ...inNamespace("monitoring"),
  podSelector: { matchLabels: { "app.kubernetes.io/name": "prometheus" } },
};

/** Declares where Prometheus runs: by default where its operator's chart has it. */
export function prometheusValues() {
  return sourceValues("Where Prometheus runs.", [prometheusPeer]);
}

/** Whoever finds a Service that is open to the outside. */
export const anybody: Source = { name: "Anybody", description: "Whoever reaches a LoadBalancer or node port." };
