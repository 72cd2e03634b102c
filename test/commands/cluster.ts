import { clusterFolder, clusterIn } from "../../ci/cluster/cluster-folder.ts";

/** The cluster with a node on which commands are tried; global-setup.ts starts and ends it. */
export const cluster = clusterIn(clusterFolder("documents"));
