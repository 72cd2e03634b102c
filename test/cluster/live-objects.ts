import { clientOf } from "../../ci/cluster/api-client.ts";
import { kubectl } from "../../ci/cluster/kubectl.ts";
import { type KubernetesObject, objectId } from "../charts/kubernetes-object.ts";
import type { Release } from "./helm.ts";
import { listableKinds, listed, persistentVolumeClaims } from "./listable-kinds.ts";

/** An object as the server has it. */
export interface LiveObject extends KubernetesObject {
  readonly metadata: KubernetesObject["metadata"] & {
    readonly uid: string;
    readonly generation?: number;
    readonly deletionTimestamp?: string;
  };
  /** Of ConfigMaps and Secrets. */
  readonly data?: Readonly<Record<string, string>>;
}

/** Every object of the release that the server has, of whatever kind, by its id. */
export async function liveObjects({ server, namespace, name }: Release): Promise<ReadonlyMap<string, LiveObject>> {
  const client = await clientOf(server);
  const selector = encodeURIComponent(`app.kubernetes.io/instance=${name}`);
  const objects: LiveObject[] = [];
  for (const kind of await listableKinds(server))
    objects.push(...(await listed<LiveObject>(client, kind, namespace, `?labelSelector=${selector}`)));
  // No controller is here to let go of claims that have been deleted.
  const there = objects.filter(({ metadata }) => metadata.deletionTimestamp === undefined);
  return new Map(there.map((object) => [objectId(object), object]));
}

/** Lets go of claims that have been deleted, as a controller does in a whole cluster. */
export async function releaseClaims({ server, namespace }: Release): Promise<void> {
  const claims = await listed<LiveObject>(await clientOf(server), persistentVolumeClaims, namespace);
  const names = claims.flatMap(({ metadata: { name, deletionTimestamp } }) => (deletionTimestamp ? [name] : []));
  const patch = JSON.stringify({ metadata: { finalizers: null } });
  const words = ["patch", "persistentvolumeclaims", ...names, "--namespace", namespace];
  if (names.length > 0) await kubectl(server, [...words, "--type=merge", "--patch", patch]);
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

/** What a Secret holds, and whether Helm leaves it behind. */
export interface LiveSecret {
  readonly name: string;
  readonly kept: boolean;
  readonly data: Readonly<Record<string, string>>;
}

export function secretsOf(objects: ReadonlyMap<string, LiveObject>): readonly LiveSecret[] {
  return [...objects.values()]
    .filter(({ kind }) => kind === "Secret")
    .map((secret) => ({ name: secret.metadata.name, kept: isKept(secret), data: secret.data ?? {} }));
}
