import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "yaml";
import { toolPath } from "../tools/install.ts";
import { nodeName } from "./kubelet.ts";
import { podNetwork } from "./node-network.ts";
import type { ServerProgram } from "./server-process.ts";

const healthPort = 10256;

/** Writes the configuration of kube-proxy, which makes Services work, and says how to start it. */
export async function kubeProxy(folder: string, kubeconfig: string, address: string): Promise<ServerProgram> {
  const file = join(folder, "kube-proxy.yaml");
  const configuration = {
    apiVersion: "kubeproxy.config.k8s.io/v1alpha1",
    kind: "KubeProxyConfiguration",
    mode: "nftables",
    clientConnection: { kubeconfig },
    hostnameOverride: nodeName,
    clusterCIDR: podNetwork,
    healthzBindAddress: `${address}:${healthPort}`,
    // Left as they are: some of these settings are the whole machine's.
    conntrack: { maxPerCore: 0, min: 0, tcpEstablishedTimeout: "0s", tcpCloseWaitTimeout: "0s" },
  };
  await writeFile(file, stringify(configuration));
  return { name: "kube-proxy", file: await toolPath("kube-proxy"), words: [`--config=${file}`] };
}

/** Whether it has made the rules for the Services there are. */
export async function isProxyReady(address: string): Promise<boolean> {
  return (await fetch(`http://${address}:${healthPort}/healthz`)).ok;
}
