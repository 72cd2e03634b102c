import type { ClusterAccess } from "../../ci/cluster/access.ts";
import { type ApiClient, callApi, clientOf } from "../../ci/cluster/api-client.ts";
import { waitUntil } from "../../ci/cluster/wait-until.ts";
import { patience } from "../patience.ts";

/** A kind of objects that live in namespaces. */
export interface ListableKind {
  /** Such as `v1`, `apps/v1`. */
  readonly apiVersion: string;
  readonly kind: string;
  /** As paths name it. */
  readonly plural: string;
}

export const persistentVolumeClaims: ListableKind = {
  apiVersion: "v1",
  kind: "PersistentVolumeClaim",
  plural: "persistentvolumeclaims",
};

export const pods: ListableKind = { apiVersion: "v1", kind: "Pod", plural: "pods" };

/** The objects of a kind in a namespace. Lists of Kubernetes' own kinds leave to be guessed what they are of. */
export async function listed<Item>(
  client: ApiClient,
  { apiVersion, kind, plural }: ListableKind,
  namespace: string,
  query = "",
): Promise<readonly Item[]> {
  const group = apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  const { items } = await get<{ items: readonly Item[] }>(client, `${group}/namespaces/${namespace}/${plural}${query}`);
  return items.map((item) => ({ apiVersion, kind, ...item }));
}

const kindsOfServer = new Map<ClusterAccess, Promise<readonly ListableKind[]>>();

/** All kinds of a server that can be listed, each in the version it prefers; asked once. */
export function listableKinds(server: ClusterAccess): Promise<readonly ListableKind[]> {
  const known = kindsOfServer.get(server) ?? askKinds(server);
  kindsOfServer.set(server, known);
  return known;
}

/** What the API server says of itself, in one document (the newest form of discovery, there since Kubernetes 1.30). */
interface Discovery {
  readonly items: readonly {
    readonly metadata: { readonly name?: string };
    /** The preferred one first. */
    readonly versions: readonly {
      readonly version: string;
      readonly resources: readonly {
        readonly resource: string;
        readonly scope: "Namespaced" | "Cluster";
        readonly responseKind: { readonly kind: string };
        readonly verbs: readonly string[];
      }[];
    }[];
  }[];
}

const discoveryDocument = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";

async function askKinds(server: ClusterAccess): Promise<readonly ListableKind[]> {
  const client = await clientOf(server);
  const kinds = new Map<string, ListableKind>();
  for (const path of ["/api", "/apis"]) {
    const { items } = await get<Discovery>(client, path, discoveryDocument);
    for (const { metadata, versions } of items)
      for (const { version, resources } of versions)
        for (const { resource, scope, responseKind, verbs } of resources) {
          const id = `${resource}.${metadata.name ?? ""}`;
          if (scope !== "Namespaced" || !verbs.includes("list") || kinds.has(id)) continue;
          const apiVersion = metadata.name ? `${metadata.name}/${version}` : version;
          kinds.set(id, { apiVersion, kind: responseKind.kind, plural: resource });
        }
  }
  return [...kinds.values()];
}

async function get<Answer>(client: ApiClient, path: string, accept?: string): Promise<Answer> {
  let answered = await callApi(client, "GET", path, undefined, accept);
  // A kind that is new to the server cannot be listed for a moment, nor can any when it has too much to do.
  await waitUntil(async () => {
    if (answered.status !== 429) return true;
    answered = await callApi(client, "GET", path, undefined, accept);
    return false;
  }, patience);
  const { status, text } = answered;
  if (status !== 200) throw new Error(`The API server answered ${status} for ${path}: ${text}`);
  const answer: Answer = JSON.parse(text);
  return answer;
}
