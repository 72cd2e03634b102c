import type { ApiServer } from "./api-server.ts";
import { kubectl } from "./kubectl.ts";

export type PodSecurityLevel = "privileged" | "baseline" | "restricted";

/** A namespace whose pods must keep to the Pod Security level, as a cluster with its controllers would make it. */
export async function createNamespace(
  server: ApiServer,
  name: string,
  level: PodSecurityLevel = "restricted",
): Promise<void> {
  const labels = { "pod-security.kubernetes.io/enforce": level, "pod-security.kubernetes.io/warn": level };
  const objects = [
    { apiVersion: "v1", kind: "Namespace", metadata: { name, labels } },
    // A controller makes this account in a full cluster; pods that name no other are refused without it.
    { apiVersion: "v1", kind: "ServiceAccount", metadata: { name: "default", namespace: name } },
  ];
  await kubectl(
    server,
    ["create", "--filename", "-"],
    JSON.stringify({ apiVersion: "v1", kind: "List", items: objects }),
  );
}
