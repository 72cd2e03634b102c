import type { ClusterAccess } from "./access.ts";
import { kubectl } from "./kubectl.ts";

export type PodSecurityLevel = "privileged" | "baseline" | "restricted";

/** A namespace whose pods must keep to the Pod Security level, as a cluster with its controllers would make it. */
export async function createNamespace(
  cluster: ClusterAccess,
  name: string,
  level: PodSecurityLevel = "restricted",
): Promise<void> {
  const labels = { "pod-security.kubernetes.io/enforce": level, "pod-security.kubernetes.io/warn": level };
  const objects = [
    { apiVersion: "v1", kind: "Namespace", metadata: { name, labels } },
    // Pods that name no other account are refused without it. In a full cluster a controller makes it too, at any moment:
    // hence `apply`, which does not mind whether it is there.
    { apiVersion: "v1", kind: "ServiceAccount", metadata: { name: "default", namespace: name } },
  ];
  await kubectl(
    cluster,
    ["apply", "--server-side", "--filename", "-"],
    JSON.stringify({ apiVersion: "v1", kind: "List", items: objects }),
  );
}
