import type {
  INetworkPolicy,
  INetworkPolicyEgressRule,
  INetworkPolicyIngressRule,
  INetworkPolicyPeer,
} from "kubernetes-models/networking.k8s.io/v1";
import { and, type Condition, hasEntries } from "../expressions/condition.ts";
import { kubernetes } from "../kubernetes/embedded.ts";
import { labels, selectorLabels } from "../kubernetes/labels.ts";
import { objectName } from "../kubernetes/names.ts";
import type { Document } from "../template/document.ts";
import { each, itemsOf } from "../template/each.ts";
import { fragment, type HelperOptions, helper, parametricHelper } from "../template/helper.ts";
import type { Items, Maybe, Templated } from "../template/hole.ts";
import { when } from "../template/when.ts";
import { list } from "../values/list.ts";
import type { Place } from "../values/place.ts";
import { type Component, componentDocument } from "./component.ts";
import type { Admission, Connection, External } from "./connection.ts";
import { endpoint } from "./service.ts";

type Rules<T> = readonly (Templated<T> | Maybe<T> | Items<T>)[];

/** What policies of all components share. */
export interface PolicyOptions {
  readonly enabled: Condition;
  /** Every component of the chart, whose connections lead to each other. */
  readonly components: readonly Component[];
  /** Allowed to every pod, such as name resolution. */
  readonly egress: Rules<INetworkPolicyEgressRule>;
}

/**
 * Every address but those where clouds keep machine credentials: link-local ones (169.254.169.254 of AWS, Google and
 * Azure among them), 168.63.129.16 of Azure, 100.100.100.200 of Alibaba Cloud, fd00:ec2::/32 of AWS and fd20:ce::254 of
 * Google.
 */
const anywhereHelper = helper<INetworkPolicyPeer[]>({
  name: "anywhere",
  comment: "Network policy peers: every address, save those at which clouds hand out the machine's credentials.",
  body: [
    { ipBlock: { cidr: "0.0.0.0/0", except: ["169.254.0.0/16", "168.63.129.16/32", "100.100.100.200/32"] } },
    { ipBlock: { cidr: "::/0", except: ["fe80::/10", "fd00:ec2::/32", "fd20:ce::254/128"] } },
  ],
});

const peersHelper = parametricHelper(
  { peers: list("Network policy peers.", { item: kubernetes("NetworkPolicyPeer", "A peer.") }) },
  ({ peers }): HelperOptions<INetworkPolicyPeer[]> => ({
    name: "peers",
    comment: "Network policy peers: those that the user names, or every address.",
    body: when<INetworkPolicyPeer[]>(hasEntries(peers), peers, fragment(anywhereHelper, {})),
  }),
);

/** Nothing reaches a component's pods or leaves them, save what the model declares. */
export function networkPolicy(component: Component, options: PolicyOptions): Document {
  const ingress = ingressRules(component, options);
  const egress = [...options.egress, ...component.connections.map(egressRule)];
  const body: Templated<INetworkPolicy> = {
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: { name: objectName(component.suffix), labels: labels(component.name) },
    spec: {
      podSelector: { matchLabels: selectorLabels(component.name) },
      policyTypes: ["Ingress", "Egress"],
      ...(ingress.length > 0 && { ingress }),
      ...(egress.length > 0 && { egress }),
    },
  };
  return componentDocument(component, {
    file: "network-policy",
    comment: `Whom ${component.name} may talk to, and who to it.`,
    condition: and(component.enabled, options.enabled),
    body,
  });
}

/** Nothing reaches any pod of the release or leaves it, save what further policies allow. */
export function defaultDeny(enabled: Condition, place: Place): Document {
  const body: Templated<INetworkPolicy> = {
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: { name: objectName("default-deny"), labels: labels() },
    spec: { podSelector: { matchLabels: selectorLabels() }, policyTypes: ["Ingress", "Egress"] },
  };
  return {
    file: "network-policy/default-deny",
    comment: "Denies this release's pods all traffic; the policies of the components allow what they need.",
    condition: enabled,
    bindings: [],
    body,
    place,
  };
}

function ingressRules(component: Component, { components }: PolicyOptions): Rules<INetworkPolicyIngressRule> {
  const inside = components.flatMap((from) =>
    from.connections.flatMap(({ to, when: condition }) =>
      to.kind === "endpoint" && to.component === component ? [{ from, listener: to.listener, condition }] : [],
    ),
  );
  return [
    ...inside.map(({ from, listener, condition }) =>
      when<INetworkPolicyIngressRule>(and(from.enabled, condition), {
        from: [{ podSelector: { matchLabels: selectorLabels(from.name) } }],
        ports: [port(component, listener)],
      }),
    ),
    ...component.admissions.map((admission) => admissionRule(component, admission)),
  ];
}

function admissionRule(
  component: Component,
  { from, listener, when: condition }: Admission,
): Templated<INetworkPolicyIngressRule> | Maybe<INetworkPolicyIngressRule> {
  return when<INetworkPolicyIngressRule>(condition, {
    ...(from.peers && { from: from.peers }),
    ports: [port(component, listener)],
  });
}

function port(component: Component, listener: string): { readonly protocol: "TCP"; readonly port: string } {
  return { protocol: "TCP", port: endpoint(component, listener).listener };
}

function egressRule({ to, when: condition }: Connection): Maybe<INetworkPolicyEgressRule> {
  if (to.kind === "external") return when<INetworkPolicyEgressRule>(condition, externalRule(to));
  return when<INetworkPolicyEgressRule>(and(to.component.enabled, condition), {
    to: [{ podSelector: { matchLabels: selectorLabels(to.component.name) } }],
    ports: [port(to.component, to.listener)],
  });
}

function externalRule(external: External): Templated<INetworkPolicyEgressRule> {
  const number = itemsOf(external.ports, "port");
  return {
    ports: [each(number, { port: number.value, protocol: "TCP" })],
    to: fragment(peersHelper, { peers: external.peers }),
  };
}
