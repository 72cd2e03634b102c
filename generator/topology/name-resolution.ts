import type { INetworkPolicyEgressRule } from "kubernetes-models/networking.k8s.io/v1";
import type { Reference } from "../expressions/reference.ts";
import { kubernetes } from "../kubernetes/embedded.ts";
import type { Templated } from "../template/hole.ts";
import { group } from "../values/group.ts";
import { integer } from "../values/integer.ts";
import { list } from "../values/list.ts";
import { inNamespace } from "./in-namespace.ts";

/**
 * Declares where names are resolved: the cluster's DNS, or its cache on the node (Kubernetes documentation, "Using
 * NodeLocal DNSCache in Kubernetes Clusters").
 */
export function nameResolutionValues() {
  return group("Name resolution.", {
    to: list("Network policy peers.", {
      item: kubernetes("NetworkPolicyPeer", "A peer."),
      default: [
        { ...inNamespace("kube-system"), podSelector: { matchLabels: { "k8s-app": "kube-dns" } } },
        { ipBlock: { cidr: "169.254.20.10/32" } },
      ],
    }),
    port: integer("Port, over UDP and TCP.", { default: 53, minimum: 1, maximum: 65535 }),
  });
}

/** Lets pods resolve names. */
export function nameResolution({
  to,
  port,
}: Reference<ReturnType<typeof nameResolutionValues>>): Templated<INetworkPolicyEgressRule> {
  return {
    to,
    ports: [
      { protocol: "UDP", port },
      { protocol: "TCP", port },
    ],
  };
}
