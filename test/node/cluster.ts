import { clusterFolder, clusterIn } from "../../ci/cluster/cluster-folder.ts";

/** The cluster with a node that all tests of a run share; global-setup.ts starts and ends it. */
export const cluster = clusterIn(clusterFolder("test"));
