import { createNamespace, type PodSecurityLevel } from "../../ci/cluster/namespace.ts";
import { cluster } from "./cluster.ts";

/** Those that this file of tests has made. */
export const namespaces: string[] = [];

/** A namespace on the cluster that all tests share, which goes with the file of tests. */
export async function newNamespace(name: string, level: PodSecurityLevel = "restricted"): Promise<void> {
  namespaces.push(name);
  await createNamespace(cluster, name, level);
}
