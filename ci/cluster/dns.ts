import { Resolver } from "node:dns/promises";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { toolPath } from "../tools/install.ts";
import type { ServerProgram } from "./server-process.ts";

/** The address of the Service kube-dns, which pods are told. */
export const dnsAddress = "10.96.0.10";

export const dnsDomain = "cluster.local";

/** Writes CoreDNS's configuration, and says how to start it. It runs on the node itself, not in a pod. */
export async function coreDns(folder: string, kubeconfig: string, address: string): Promise<ServerProgram> {
  const file = join(folder, "Corefile");
  await writeFile(file, corefile(kubeconfig, address));
  return { name: "coredns", file: await toolPath("coredns"), words: ["-conf", file] };
}

/** No cache: what is new is found at once. No other server is asked: what is not in the cluster does not exist. */
function corefile(kubeconfig: string, address: string): string {
  return `${dnsDomain} in-addr.arpa ip6.arpa {
  bind ${address}
  errors
  kubernetes {
    kubeconfig ${kubeconfig}
  }
}
. {
  bind ${address}
  template ANY ANY {
    rcode NXDOMAIN
  }
}
`;
}

/** Whether it knows the cluster's Services. */
export async function isDnsReady(address: string): Promise<boolean> {
  const resolver = new Resolver({ timeout: 500, tries: 1 });
  resolver.setServers([address]);
  return (await resolver.resolve4(`kubernetes.default.svc.${dnsDomain}`)).length > 0;
}

/** The Service by which pods reach CoreDNS, and what CoreDNS may read. */
export function dnsObjects(address: string): readonly unknown[] {
  const metadata = { name: "kube-dns", namespace: "kube-system" };
  const ports = [
    { name: "dns", port: 53, protocol: "UDP" },
    { name: "dns-tcp", port: 53, protocol: "TCP" },
  ];
  const rbac = "rbac.authorization.k8s.io";
  return [
    { apiVersion: "v1", kind: "Service", metadata, spec: { clusterIP: dnsAddress, ports } },
    {
      apiVersion: "discovery.k8s.io/v1",
      kind: "EndpointSlice",
      metadata: { ...metadata, labels: { "kubernetes.io/service-name": metadata.name } },
      addressType: "IPv4",
      ports,
      endpoints: [{ addresses: [address], conditions: { ready: true } }],
    },
    {
      apiVersion: `${rbac}/v1`,
      kind: "ClusterRole",
      metadata: { name: "coredns" },
      rules: [
        { apiGroups: [""], resources: ["namespaces", "pods", "services"], verbs: ["list", "watch"] },
        { apiGroups: ["discovery.k8s.io"], resources: ["endpointslices"], verbs: ["list", "watch"] },
      ],
    },
    {
      apiVersion: `${rbac}/v1`,
      kind: "ClusterRoleBinding",
      metadata: { name: "coredns" },
      roleRef: { apiGroup: rbac, kind: "ClusterRole", name: "coredns" },
      subjects: [{ apiGroup: rbac, kind: "User", name: "coredns" }],
    },
  ];
}
