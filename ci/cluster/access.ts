import { join } from "node:path";
import type { KubernetesVersion } from "../kubernetes-versions.ts";

/** How kubectl and Helm reach a cluster. */
export interface ClusterAccess {
  readonly kubernetesVersion: KubernetesVersion;
  /** Holds everything the cluster writes, its logs (NAME.log) too. */
  readonly folder: string;
  readonly kubeconfig: string;
  /** For kubectl and helm: which cluster, and caches that no other cluster on the same port shares. */
  readonly env: Readonly<Record<string, string>>;
}

/** Access as administrator to the cluster of a folder, whether or not it runs yet. */
export function accessTo(folder: string, kubernetesVersion: KubernetesVersion): ClusterAccess {
  const kubeconfig = kubeconfigOf(folder, "admin");
  const env = {
    KUBECONFIG: kubeconfig,
    KUBECACHEDIR: join(folder, "kube-cache"),
    HELM_CACHE_HOME: join(folder, "helm/cache"),
    HELM_CONFIG_HOME: join(folder, "helm/config"),
    HELM_DATA_HOME: join(folder, "helm/data"),
  };
  return { kubernetesVersion, folder, kubeconfig, env };
}

/** Where the kubeconfig of one of the cluster's users is kept. */
export function kubeconfigOf(folder: string, user: string): string {
  return join(folder, `${user.replaceAll(":", "-")}.kubeconfig.yaml`);
}
