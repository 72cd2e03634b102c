import type { INetworkPolicyPeer } from "kubernetes-models/networking.k8s.io/v1";
import type { Reference } from "../expressions/reference.ts";
import { kubernetes } from "../kubernetes/embedded.ts";
import { group } from "../values/group.ts";
import { integer } from "../values/integer.ts";
import { list } from "../values/list.ts";
import type { External, Source } from "./connection.ts";

/** Declares where an external is: addresses are in Secrets and URLs, which no network policy can read. */
export function externalValues(description: string, ...ports: readonly number[]) {
  return valuesOf(description, "Network policy peers; empty for every address but those of cloud metadata.", ports);
}

/** The same for one that is on the internet: an empty list never stands for addresses of the cluster. */
export function internetValues(description: string, ...ports: readonly number[]) {
  return valuesOf(description, "Network policy peers; empty for every public address.", ports);
}

function valuesOf(description: string, peers: string, ports: readonly number[]) {
  return group(description, {
    to: list(peers, {
      item: kubernetes("NetworkPolicyPeer", "A peer."),
    }),
    ports: list("TCP ports; empty for every port.", {
      item: integer("A port.", { default: 0, minimum: 1, maximum: 65535 }),
      default: ports,
      unique: true,
    }),
  });
}

/** Something outside of the release that components connect to, where its values say. */
export function external(
  name: string,
  description: string,
  values: Reference<ReturnType<typeof externalValues>>,
): External {
  return { kind: "external", name, description, peers: values.to, ports: values.ports, reach: "anywhere" };
}

/** The same for one that is on the internet. */
export function onInternet(
  name: string,
  description: string,
  values: Reference<ReturnType<typeof internetValues>>,
): External {
  return { ...external(name, description, values), reach: "internet" };
}

/** Declares who from outside may come in. */
export function sourceValues(description: string, peers: readonly INetworkPolicyPeer[]) {
  return group(description, {
    from: list("Network policy peers; empty for everybody.", {
      item: kubernetes("NetworkPolicyPeer", "A peer."),
      default: peers,
    }),
  });
}

/** Something outside of the release that connects to components, where its values say. */
export function source(name: string, description: string, values: Reference<ReturnType<typeof sourceValues>>): Source {
  return { name, description, peers: values.from };
}
