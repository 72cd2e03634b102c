import type {
  INetworkPolicy,
  INetworkPolicyEgressRule,
  INetworkPolicyIngressRule,
  INetworkPolicyPeer,
} from "kubernetes-models/networking.k8s.io/v1";
import { and, type Condition, hasEntries, or } from "../expressions/condition.ts";
import { kubernetes } from "../kubernetes/embedded.ts";
import { labels, selectorLabels } from "../kubernetes/labels.ts";
import { objectName } from "../kubernetes/names.ts";
import type { Document } from "../template/document.ts";
import { each, itemsOf } from "../template/each.ts";
import { fragment, type HelperOptions, helper, itemsFrom, parametricHelper } from "../template/helper.ts";
import type { Items, Maybe, Templated } from "../template/hole.ts";
import { when } from "../template/when.ts";
import { list } from "../values/list.ts";
import { callerOf, type Place } from "../values/place.ts";
import { type Component, componentDocument, podOf } from "./component.ts";
import type { Admission, Connection, Endpoint, External, SharedConnections } from "./connection.ts";
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

/**
 * Public addresses: not those of private networks, where clusters have their pods, Services and nodes (RFC 1918,
 * RFC 6598, RFC 4193), and none at which clouds keep machine credentials.
 */
const internetHelper = helper<INetworkPolicyPeer[]>({
  name: "internet",
  comment: "Network policy peers: every public address, and so none of the cluster's own.",
  body: [
    {
      ipBlock: {
        cidr: "0.0.0.0/0",
        except: [
          "10.0.0.0/8",
          "172.16.0.0/12",
          "192.168.0.0/16",
          "100.64.0.0/10",
          "169.254.0.0/16",
          "168.63.129.16/32",
        ],
      },
    },
    { ipBlock: { cidr: "::/0", except: ["fc00::/7", "fe80::/10"] } },
  ],
});

const peersParameter = { peers: list("Network policy peers.", { item: kubernetes("NetworkPolicyPeer", "A peer.") }) };

/** The peers that the user names, or, for want of any, those that `otherwise` gives. */
function peersOr(name: string, every: string, otherwise: typeof anywhereHelper) {
  return parametricHelper(
    peersParameter,
    ({ peers }): HelperOptions<INetworkPolicyPeer[]> => ({
      name,
      comment: `Network policy peers: those that the user names, or ${every}.`,
      body: when<INetworkPolicyPeer[]>(hasEntries(peers), peers, fragment(otherwise, {})),
    }),
  );
}

const reaches = {
  anywhere: peersOr("peers", "every address", anywhereHelper),
  internet: peersOr("internetPeers", "every public address", internetHelper),
} as const;

/** A policy for each component that has pods of its own, and one that denies the rest. */
export function networkPolicies({ enabled, components, egress }: PolicyOptions): readonly Document[] {
  const everyPods = helper<INetworkPolicyEgressRule[]>({
    name: "egress.every",
    comment: "What every pod may do, whatever runs in it.",
    body: egress,
  });
  return [
    defaultDeny(enabled, callerOf(networkPolicies)),
    ...podsOf(components).map((pod) => networkPolicy(pod, enabled, itemsFrom(everyPods))),
  ];
}

/** A pod and who has to do with it. */
interface Pod {
  /** The component that it is of. */
  readonly component: Component;
  /** That one and its guests. */
  readonly members: readonly Component[];
  /** What components of other pods connect to in it. */
  readonly inward: readonly Inward[];
}

interface Inward {
  readonly from: Component;
  readonly to: Endpoint;
  readonly when: Condition;
}

function podsOf(components: readonly Component[]): readonly Pod[] {
  const members = Map.groupBy(components, podOf);
  const connections = components.flatMap((from) =>
    from.connections.flatMap(({ to, when: condition }): Inward[] =>
      to.kind === "endpoint" && podOf(to.component) !== podOf(from) ? [{ from, to, when: condition }] : [],
    ),
  );
  const inward = Map.groupBy(connections, ({ to }) => podOf(to.component));
  return components
    .filter(({ within }) => !within)
    .map((component) => ({
      component,
      members: members.get(component) ?? [],
      inward: inward.get(component) ?? [],
    }));
}

/** Nothing reaches a component's pods or leaves them, save what the model declares. */
function networkPolicy(pod: Pod, enabled: Condition, everyPods: Items<INetworkPolicyEgressRule>): Document {
  const { component } = pod;
  const ingress = ingressRules(pod);
  const egress = [everyPods, ...egressRules(pod)];
  const body: Templated<INetworkPolicy> = {
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: { name: objectName(component.suffix), labels: labels(component.name) },
    spec: {
      podSelector: { matchLabels: selectorLabels(component.name) },
      policyTypes: ["Ingress", "Egress"],
      ...(ingress.length > 0 && { ingress }),
      egress,
    },
  };
  return componentDocument(component, {
    file: "network-policy",
    comment: `Whom ${component.name} may talk to, and who to it.`,
    condition: and(component.enabled, enabled),
    body,
  });
}

/** Nothing reaches any pod of the release or leaves it, save what further policies allow. */
function defaultDeny(enabled: Condition, place: Place): Document {
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

/** Connections that several components have, their rules printed by a helper of that name. */
export function sharedConnections(
  name: string,
  comment: string,
  connections: readonly Connection[],
): SharedConnections {
  return {
    connections,
    egress: helper<INetworkPolicyEgressRule[]>({ name, comment, body: connections.map(egressRule) }),
  };
}

/** What leaves a pod: what it shares with other pods by the helper of those rules, unless it has more to do there. */
function egressRules({ component, members }: Pod): Rules<INetworkPolicyEgressRule> {
  const { sharedConnections: common } = component;
  const shared = common?.connections ?? [];
  const own = leaving(
    component,
    members.map((member) => ({ ...member, connections: member.connections.filter((one) => !shared.includes(one)) })),
  );
  const targets = new Set(shared.map(({ to }) => targetOf(to)));
  if (!common || own.some(({ to }) => targets.has(targetOf(to)))) return leaving(component, members).map(egressRule);
  return [itemsFrom(common.egress), ...own.map(egressRule)];
}

/** The connections of a pod's components to others than each other, each target once. */
function leaving(pod: Component, members: readonly Component[]): readonly Connection[] {
  const outward = members.flatMap((member) =>
    member.connections
      .filter(({ to }) => to.kind === "external" || podOf(to.component) !== pod)
      .map(({ to, when: condition }): Connection => ({ to, when: whileThere(member, condition) })),
  );
  const targets = Map.groupBy(outward, ({ to }) => targetOf(to));
  return [...targets.values()].flatMap((same) => {
    const [first] = same;
    return first ? [{ to: first.to, when: or(...same.map(({ when: condition }) => condition)) }] : [];
  });
}

function targetOf(to: Connection["to"]): External | string {
  return to.kind === "external" ? to : `${to.component.name} ${to.listener}`;
}

/** A condition of a component, where that is a guest in pods that are there without it. */
function whileThere({ within, enabled }: Component, condition: Condition): Condition {
  return within ? and(enabled, condition) : condition;
}

function ingressRules({ members, inward }: Pod): Rules<INetworkPolicyIngressRule> {
  return [
    ...inward.map(({ from, to, when: condition }) =>
      when<INetworkPolicyIngressRule>(and(from.enabled, whileThere(to.component, condition)), {
        from: [{ podSelector: { matchLabels: selectorLabels(podOf(from).name) } }],
        ports: [port(to.component, to.listener)],
      }),
    ),
    ...members.flatMap((member) => member.admissions.map((admission) => admissionRule(member, admission))),
  ];
}

function admissionRule(
  component: Component,
  { from, listener, when: condition }: Admission,
): Templated<INetworkPolicyIngressRule> | Maybe<INetworkPolicyIngressRule> {
  return when<INetworkPolicyIngressRule>(whileThere(component, condition), {
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
    to: [{ podSelector: { matchLabels: selectorLabels(podOf(to.component).name) } }],
    ports: [port(to.component, to.listener)],
  });
}

function externalRule(external: External): Templated<INetworkPolicyEgressRule> {
  const number = itemsOf(external.ports, "port");
  return {
    ports: [each(number, { port: number.value, protocol: "TCP" })],
    to: fragment(reaches[external.reach], { peers: external.peers }),
  };
}
