import type { INetworkPolicyPeer } from "kubernetes-models/networking.k8s.io/v1";

/** A network policy peer: every pod of a namespace, by the label that Kubernetes gives each namespace. */
export function inNamespace(name: string): INetworkPolicyPeer {
  return { namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": name } } };
}
