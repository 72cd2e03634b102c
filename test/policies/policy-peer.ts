import type { INetworkPolicyPeer } from "kubernetes-models/networking.k8s.io/v1";
import { isWithin } from "./addresses.ts";
import type { Labels, Peer } from "./connection.ts";

type Selector = NonNullable<INetworkPolicyPeer["podSelector"]>;

/** Whether a peer of a network policy in the namespace `home` means this one. */
export function means(
  { ipBlock, podSelector, namespaceSelector }: INetworkPolicyPeer,
  peer: Peer,
  home: string,
): boolean {
  if (ipBlock) {
    const { cidr, except = [] } = ipBlock;
    return isWithin(peer.address, cidr) && !except.some((network) => isWithin(peer.address, network));
  }
  if (!peer.pod) return false;
  const { namespace, namespaceLabels, labels } = peer.pod;
  const inNamespace = namespaceSelector ? selects(namespaceSelector, namespaceLabels) : namespace === home;
  return inNamespace && (!podSelector || selects(podSelector, labels));
}

/** Somebody whom a peer of a network policy in the namespace `home` means. */
export function example({ ipBlock, podSelector, namespaceSelector }: INetworkPolicyPeer, home: string): Peer {
  if (ipBlock) {
    const [address = ""] = ipBlock.cidr.split("/");
    return { name: ipBlock.cidr, address };
  }
  const namespaceLabels = namespaceSelector ? matchLabels(namespaceSelector) : {};
  const labels = podSelector ? matchLabels(podSelector) : {};
  const namespace = namespaceSelector ? "elsewhere" : home;
  return {
    name: `a pod with ${JSON.stringify(labels)} in ${namespaceSelector ? JSON.stringify(namespaceLabels) : home}`,
    address: "10.244.9.9",
    pod: { namespace, namespaceLabels, labels },
  };
}

function selects(selector: Selector, labels: Labels): boolean {
  return Object.entries(matchLabels(selector)).every(([name, value]) => labels[name] === value);
}

function matchLabels({ matchLabels: wanted = {}, matchExpressions = [] }: Selector): Labels {
  if (matchExpressions.length > 0) throw new Error("selectors with matchExpressions are not read here; add them");
  return wanted;
}
