import type { ClusterAccess } from "./access.ts";
import { callApi, clientOf } from "./api-client.ts";

export type PodSecurityLevel = "privileged" | "baseline" | "restricted";

/** A namespace whose pods must keep to the Pod Security level, as a cluster with its controllers would make it. */
export async function createNamespace(
  cluster: ClusterAccess,
  name: string,
  level: PodSecurityLevel = "restricted",
): Promise<void> {
  const client = await clientOf(cluster);
  const create = async (path: string, metadata: object, ...more: readonly number[]): Promise<void> => {
    const { status, text } = await callApi(client, "POST", path, { metadata });
    if (![201, ...more].includes(status))
      throw new Error(`Namespace ${name} could not be made: the API server answered ${status} for ${path}: ${text}`);
  };
  const labels = { "pod-security.kubernetes.io/enforce": level, "pod-security.kubernetes.io/warn": level };
  await create("/api/v1/namespaces", { name, labels });
  // Pods that name no other account are refused without it. In a full cluster a controller makes it too, at any moment:
  // hence 409, which says that it is there.
  await create(`/api/v1/namespaces/${name}/serviceaccounts`, { name: "default" }, 409);
}
