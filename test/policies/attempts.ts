import type { INetworkPolicyPeer } from "kubernetes-models/networking.k8s.io/v1";
import { addresses } from "./addresses.ts";
import type { Connection, Peer, Port } from "./connection.ts";
import { everyPod } from "./every-pod.ts";
import { example } from "./policy-peer.ts";
import { namespace, type PolicyRelease, type ReleasePod } from "./release.ts";

/** Pods that nothing names: one beside the release, and one elsewhere. */
const strangers: readonly Peer[] = [
  {
    name: "a stranger in the namespace",
    address: "10.244.8.1",
    pod: { namespace, namespaceLabels: {}, labels: { app: "stranger" } },
  },
  {
    name: "a stranger elsewhere",
    address: "10.244.8.2",
    pod: { namespace: "elsewhere", namespaceLabels: { example: "elsewhere" }, labels: { app: "stranger" } },
  },
];

/** Everybody whom policies may tell apart, apart from the release's own pods. */
export function outsiders(release: PolicyRelease): readonly Peer[] {
  const named = namedPeers(release).map((peer) => example(peer, namespace));
  const known = Object.entries(addresses).map(([name, address]): Peer => ({ name, address }));
  return [
    ...new Map([...known, ...strangers, ...release.strangers, ...named].map((peer) => [peer.name, peer])).values(),
  ];
}

/** Every connection between pods of the release, and between them and others, at every port that may matter. */
export function attempts(release: PolicyRelease): readonly Connection[] {
  const others = outsiders(release);
  const outside = outsidePorts(release);
  return release.pods.flatMap((pod) => {
    const own = ownPorts(release, pod);
    return [
      ...[...release.pods, ...others].flatMap((from) => own.map((port) => ({ from, to: pod, port }))),
      ...others.flatMap((to) => outside.map((port) => ({ from: pod, to, port }))),
    ];
  });
}

function namedPeers(release: PolicyRelease): readonly INetworkPolicyPeer[] {
  return [
    ...everyPod(release).flatMap(({ peers }) => peers),
    ...release.components.flatMap(({ connections, admissions }) => [
      ...connections.flatMap(({ to }) => (to.kind === "external" ? release.read(to.peers) : [])),
      ...admissions.flatMap(({ from }) => (from.peers ? release.read(from.peers) : [])),
    ]),
  ];
}

/** What a pod's containers name, what its components listen on besides, and a port that nothing listens on. */
function ownPorts(release: PolicyRelease, pod: ReleasePod): readonly Port[] {
  const numbers = release.components.flatMap(({ listeners }) => Object.values(listeners).map(({ port }) => port));
  return distinct([...pod.ports, ...[...numbers, unused].map(tcp), { number: unused, name: "", protocol: "UDP" }]);
}

/** The ports of everything outside that is declared anywhere, over both protocols, and one of nothing. */
function outsidePorts(release: PolicyRelease): readonly Port[] {
  const declared = release.components.flatMap(({ connections }) =>
    connections.flatMap(({ to }) => (to.kind === "external" ? release.read(to.ports) : [])),
  );
  const ofEveryPod = everyPod(release).flatMap(({ ports }) => ports.map(({ number }) => number));
  const both = [...declared, ...ofEveryPod, unused].flatMap((number): Port[] => [
    tcp(number),
    { number, name: "", protocol: "UDP" },
  ]);
  return distinct(both);
}

const unused = 9;

function tcp(number: number): Port {
  return { number, name: "", protocol: "TCP" };
}

/** The first of each number and protocol. */
function distinct(ports: readonly Port[]): readonly Port[] {
  return ports.filter(
    ({ number, protocol }, index) =>
      ports.findIndex((other) => other.number === number && other.protocol === protocol) === index,
  );
}
