import type { INetworkPolicyPeer } from "kubernetes-models/networking.k8s.io/v1";
import { type Component, podOf } from "../../generator/topology/component.ts";
import type { Admission, External } from "../../generator/topology/connection.ts";
import { isMetadata, isPublic } from "./addresses.ts";
import type { Connection, Peer, Port } from "./connection.ts";
import { everyPod } from "./every-pod.ts";
import { means } from "./policy-peer.ts";
import { namespace, type PolicyRelease } from "./release.ts";

/** Whether the model has a connection: whoever is of the release may only do what its components declare. */
export function isDeclared(release: PolicyRelease, connection: Connection): boolean {
  return mayLeave(release, connection) && mayEnter(release, connection);
}

function mayLeave(release: PolicyRelease, connection: Connection): boolean {
  const { from, to, port } = connection;
  return (
    !isOfRelease(release, from) ||
    isWithin(release, connection) ||
    everyPod(release).some(
      ({ peers, ports }) => has(ports, port) && peers.some((peer) => means(peer, to, namespace)),
    ) ||
    externalsOf(release, from).some((external) => reaches(release, external, to, port))
  );
}

function mayEnter(release: PolicyRelease, connection: Connection): boolean {
  const { from, to, port } = connection;
  return (
    !isOfRelease(release, to) ||
    isWithin(release, connection) ||
    membersOf(release, to).some((member) =>
      member.admissions.some(
        (admission) =>
          release.holds(admission.when) &&
          isListener(member, admission.listener, port) &&
          isMeant(release, admission, from),
      ),
    )
  );
}

/** Whether a component in one pod talks to a component in another. */
function isWithin(release: PolicyRelease, { from, to, port }: Connection): boolean {
  const targets = membersOf(release, to);
  return membersOf(release, from).some(({ connections }) =>
    connections.some(
      ({ to: target, when }) =>
        target.kind === "endpoint" &&
        from !== to &&
        targets.includes(target.component) &&
        isListener(target.component, target.listener, port) &&
        release.holds(when),
    ),
  );
}

function externalsOf(release: PolicyRelease, from: Peer): readonly External[] {
  return membersOf(release, from).flatMap(({ connections }) =>
    connections.flatMap(({ to, when }) => (to.kind === "external" && release.holds(when) ? [to] : [])),
  );
}

function reaches(release: PolicyRelease, external: External, to: Peer, port: Port): boolean {
  const ports = release.read(external.ports);
  if (port.protocol !== "TCP" && ports.length > 0) return false;
  if (ports.length > 0 && !ports.includes(port.number)) return false;
  const peers = release.read(external.peers);
  if (peers.length > 0) return peers.some((peer) => means(peer, to, namespace));
  return external.reach === "internet" ? isPublic(to.address) : !isMetadata(to.address);
}

function isMeant(release: PolicyRelease, { from }: Admission, peer: Peer): boolean {
  const peers: readonly INetworkPolicyPeer[] = from.peers ? release.read(from.peers) : [];
  return peers.length === 0 || peers.some((each) => means(each, peer, namespace));
}

/** The components that run in a pod of the release; none for anybody else. */
function membersOf(release: PolicyRelease, peer: Peer): readonly Component[] {
  const name = release.pods.find((pod) => pod === peer)?.component;
  return release.components.filter((each) => podOf(each).name === name && release.holds(each.enabled));
}

function isOfRelease({ pods }: PolicyRelease, peer: Peer): boolean {
  return pods.some((pod) => pod === peer);
}

function isListener({ listeners }: Component, name: string, { number, protocol }: Port): boolean {
  return listeners[name]?.port === number && protocol === "TCP";
}

function has(ports: readonly Omit<Port, "name">[], { number, protocol }: Port): boolean {
  return ports.some((port) => port.number === number && port.protocol === protocol);
}
