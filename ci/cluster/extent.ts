import type { ToolName } from "../tools/catalogue.ts";
import { clusterVersion } from "./control-plane.ts";

/** API server, controllers and scheduler, which need no root; or also a node that runs pods. */
export type Extent = "control-plane" | "node";

const controlPlaneTools: readonly ToolName[] = [
  "etcd",
  `kube-apiserver-${clusterVersion}`,
  "kubectl",
  "kube-controller-manager",
  "kube-scheduler",
];

/** Built before a cluster starts. */
export const toolsOf: Readonly<Record<Extent, readonly ToolName[]>> = {
  "control-plane": controlPlaneTools,
  node: [...controlPlaneTools, "kubelet", "kube-proxy", "containerd", "containerd-shim-runc-v2", "ctr", "coredns"],
};
