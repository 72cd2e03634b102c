import type { ClusterAccess } from "../../ci/cluster/access.ts";
import { kubectl } from "../../ci/cluster/kubectl.ts";
import { type KubernetesObject, objectId } from "../charts/kubernetes-object.ts";
import type { Release } from "./helm.ts";

/** An object as the server has it. */
export interface LiveObject extends KubernetesObject {
  readonly metadata: KubernetesObject["metadata"] & {
    readonly uid: string;
    readonly generation?: number;
    readonly deletionTimestamp?: string;
  };
}

const kindsOfServer = new Map<ClusterAccess, Promise<string>>();

/** Every object of the release that the server has, of whatever kind, by its id. */
export async function liveObjects({ server, namespace, name }: Release): Promise<ReadonlyMap<string, LiveObject>> {
  const selector = `app.kubernetes.io/instance=${name}`;
  const words = ["get", await listableKinds(server), "--namespace", namespace, "--selector", selector];
  const { items }: { items: readonly LiveObject[] } = JSON.parse(await kubectl(server, [...words, "--output", "json"]));
  // No controller is here to let go of claims that have been deleted.
  const there = items.filter(({ metadata }) => metadata.deletionTimestamp === undefined);
  return new Map(there.map((item) => [objectId(item), item]));
}

/** All kinds that live in namespaces; once for each server, as it takes many calls. */
async function listableKinds(server: ClusterAccess): Promise<string> {
  const known = kindsOfServer.get(server) ?? askKinds(server);
  kindsOfServer.set(server, known);
  return known;
}

async function askKinds(server: ClusterAccess): Promise<string> {
  const names = await kubectl(server, ["api-resources", "--namespaced", "--verbs=list", "--output", "name"]);
  return names.split("\n").filter(Boolean).join(",");
}

/** Lets go of claims that have been deleted, as a controller does in a whole cluster. */
export async function releaseClaims({ server, namespace }: Release): Promise<void> {
  const words = ["--namespace", namespace, "persistentvolumeclaims"];
  const listed = await kubectl(server, ["get", ...words, "--output", "json"]);
  const { items }: { items: readonly LiveObject[] } = JSON.parse(listed);
  const names = items.flatMap(({ metadata: { name, deletionTimestamp } }) => (deletionTimestamp ? [name] : []));
  const patch = JSON.stringify({ metadata: { finalizers: null } });
  if (names.length > 0) await kubectl(server, ["patch", ...words, ...names, "--type=merge", "--patch", patch]);
}

/** Addresses and ports of a Service. */
const chosenByServer = ["clusterIP", "clusterIPs", "nodePort", "healthCheckNodePort"];

/** What the chart decides about an object, without what the server adds and under whatever namespace. */
export function decided({ metadata: { labels, annotations, namespace }, status: _, ...object }: LiveObject): unknown {
  const text = JSON.stringify({ ...object, metadata: { labels, annotations } }, (key, value: unknown) =>
    chosenByServer.includes(key) ? undefined : value,
  );
  return JSON.parse(namespace === undefined ? text : text.replaceAll(namespace, "the-namespace"));
}

/** Whether Helm leaves the object behind when the release goes. */
export function isKept({ metadata: { annotations = {} } }: KubernetesObject): boolean {
  return annotations["helm.sh/resource-policy"] === "keep";
}
