import type { ClusterAccess } from "./access.ts";
import type { RunningApi } from "./api-and-store.ts";
import { callApi } from "./api-client.ts";
import { writeKubeconfig } from "./credentials.ts";
import { coreDns, dnsObjects, isDnsReady } from "./dns.ts";
import { isProxyReady, kubeProxy } from "./kube-proxy.ts";
import { kubectl } from "./kubectl.ts";
import { kubelet, nodeName } from "./kubelet.ts";
import { waitUntilReady } from "./readiness.ts";
import type { KubeletClient } from "./server-arguments.ts";
import { type ServerGroup, startServer } from "./server-process.ts";
import { storageClass } from "./volumes.ts";

/** Starts what makes pods run and find each other, and waits until they can. containerd has to run already. */
export async function startNode(
  group: ServerGroup,
  cluster: ClusterAccess,
  api: RunningApi,
  address: string,
  client: KubeletClient,
): Promise<void> {
  const { folder, running } = group;
  const { endpoint, credentials } = api;
  const nodeUser = await writeKubeconfig(folder, endpoint, credentials, "system:node:node");
  startServer(group, await kubelet(folder, nodeUser, address, client));
  const proxyUser = await writeKubeconfig(folder, endpoint, credentials, "system:kube-proxy");
  startServer(group, await kubeProxy(folder, proxyUser, address));
  const dnsUser = await writeKubeconfig(folder, endpoint, credentials, "coredns");
  startServer(group, await coreDns(folder, dnsUser, address));
  const objects = { apiVersion: "v1", kind: "List", items: [...dnsObjects(address), storageClass] };
  // What kubectl validates with takes long to fetch from a slow machine, and the API server validates too.
  await kubectl(cluster, ["apply", "--server-side", "--validate=false", "--filename", "-"], JSON.stringify(objects));
  await waitUntilReady("The node", running, () => isNodeReady(api));
  await waitUntilReady("kube-proxy", running, () => isProxyReady(address));
  await waitUntilReady("CoreDNS", running, () => isDnsReady(address));
}

async function isNodeReady({ client }: RunningApi): Promise<boolean> {
  const { status, text } = await callApi(client, "GET", `/api/v1/nodes/${nodeName}`);
  if (status !== 200) return false;
  const node: Node = JSON.parse(text);
  return (
    node.status.conditions?.some(({ type, status }) => type === "Ready" && status === "True") === true &&
    // A taint is taken away a moment later.
    node.spec.taints === undefined
  );
}

interface Node {
  readonly spec: { readonly taints?: readonly unknown[] };
  readonly status: { readonly conditions?: readonly { readonly type: string; readonly status: string }[] };
}
