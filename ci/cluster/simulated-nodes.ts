import { join } from "node:path";
import { toolPath } from "../tools/install.ts";
import { goModuleFolder } from "../tools/wrapper-module.ts";
import type { ClusterAccess } from "./access.ts";
import { kubectl } from "./kubectl.ts";
import { markVariable } from "./marked-processes.ts";
import { startServer } from "./server-process.ts";

/** What a pretended node says about itself. */
export interface SimulatedNode {
  readonly name: string;
  readonly zone: string;
  readonly cpu: string;
  readonly memory: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/** Of KWOK's own stages, those that let nodes and pods become ready at once, and pods of Jobs complete. */
const stages = [
  "node/fast/node-initialize.yaml",
  "node/heartbeat-with-lease/node-heartbeat-with-lease.yaml",
  "pod/fast/pod-ready.yaml",
  "pod/fast/pod-complete.yaml",
  "pod/fast/pod-delete.yaml",
];

/**
 * Adds nodes that run nothing to a cluster without any of its own: KWOK answers for them, so that the scheduler places pods on
 * them and controllers see the pods run. It ends with the cluster (stopCluster).
 */
export async function simulateNodes(cluster: ClusterAccess, nodes: readonly SimulatedNode[]): Promise<void> {
  const { folder, kubeconfig } = cluster;
  const stageFolder = join(await goModuleFolder("kwok", "sigs.k8s.io/kwok"), "kustomize", "stage");
  startServer(
    { folder, prefix: [], running: [] },
    {
      name: "kwok",
      file: await toolPath("kwok"),
      words: [
        `--kubeconfig=${kubeconfig}`,
        "--manage-all-nodes",
        // Nodes whose lease nobody renews are taken for dead after a minute.
        "--node-lease-duration-seconds=40",
        ...stages.map((stage) => `--config=${join(stageFolder, stage)}`),
      ],
      env: { [markVariable]: folder },
    },
  );
  const list = { apiVersion: "v1", kind: "List", items: nodes.map(nodeObject) };
  await kubectl(cluster, ["create", "--validate=false", "--filename", "-"], JSON.stringify(list));
  await kubectl(cluster, ["wait", "nodes", "--all", "--for=condition=Ready", "--timeout=120s"]);
}

function nodeObject({ name, zone, cpu, memory, labels = {} }: SimulatedNode): unknown {
  const resources = { cpu, memory, pods: "110", "ephemeral-storage": "100Gi" };
  return {
    apiVersion: "v1",
    kind: "Node",
    metadata: { name, labels: { ...labels, "kubernetes.io/hostname": name, "topology.kubernetes.io/zone": zone } },
    status: { capacity: resources, allocatable: resources },
  };
}
