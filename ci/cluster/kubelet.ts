import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "yaml";
import { toolPath } from "../tools/install.ts";
import { cgroupOf } from "./cgroups.ts";
import { containerdSocket } from "./containerd-socket.ts";
import { dnsAddress, dnsDomain } from "./dns.ts";
import type { KubeletClient } from "./server-arguments.ts";
import type { ServerProgram } from "./server-process.ts";

/** The node's name, which its user (credentials.ts) has too. */
export const nodeName = "node";

/** Writes the kubelet's configuration, and says how to start it. */
export async function kubelet(
  folder: string,
  kubeconfig: string,
  address: string,
  client: KubeletClient,
): Promise<ServerProgram> {
  const configurationFile = join(folder, "kubelet.yaml");
  await writeFile(configurationFile, stringify(configuration(folder, client)));
  // Names outside of the cluster are nobody's business.
  await writeFile(resolverFile(folder), "");
  return {
    name: "kubelet",
    file: await toolPath("kubelet"),
    words: [
      `--config=${configurationFile}`,
      `--kubeconfig=${kubeconfig}`,
      `--root-dir=${join(folder, "kubelet")}`,
      `--cert-dir=${join(folder, "kubelet-certificates")}`,
      `--hostname-override=${nodeName}`,
      `--node-ip=${address}`,
    ],
  };
}

function configuration(folder: string, client: KubeletClient): unknown {
  return {
    apiVersion: "kubelet.config.k8s.io/v1beta1",
    kind: "KubeletConfiguration",
    authentication: {
      anonymous: { enabled: false },
      webhook: { enabled: true },
      x509: { clientCAFile: client.certificate },
    },
    authorization: { mode: "Webhook" },
    containerRuntimeEndpoint: `unix://${containerdSocket(folder)}`,
    podLogsDir: join(folder, "pod-logs"),
    volumePluginDir: join(folder, "volume-plugins"),
    cgroupDriver: "cgroupfs",
    cgroupRoot: cgroupOf(folder),
    failCgroupV1: false,
    failSwapOn: false,
    clusterDNS: [dnsAddress],
    clusterDomain: dnsDomain,
    resolvConf: resolverFile(folder),
    // A full disk is not the cluster's fault, and no registry would give removed images back.
    evictionHard: Object.fromEntries(
      ["memory.available", "nodefs.available", "nodefs.inodesFree", "imagefs.available"].map((name) => [name, "0%"]),
    ),
    imageGCHighThresholdPercent: 100,
  };
}

function resolverFile(folder: string): string {
  return join(folder, "resolv.conf");
}
