import { join } from "node:path";
import type { Credentials } from "./credentials.ts";

/** The addresses that Services get. */
export const serviceNetwork = "10.96.0.0/16";

/** Where the API server listens. */
export interface Listener {
  readonly address: string;
  readonly port: number;
}

/** Who asks nodes for logs and the like: the files of a certificate and its key. */
export interface KubeletClient {
  readonly certificate: string;
  readonly key: string;
}

export function etcdArguments(folder: string, socket: string): string[] {
  // What etcd advertises must look like host:port, though nobody reads it; `peer:0` is a socket in its working folder.
  const peer = "unix://peer:0";
  return [
    `--data-dir=${join(folder, "etcd")}`,
    `--listen-client-urls=${socket}`,
    "--advertise-client-urls=unix://client:0",
    `--listen-peer-urls=${peer}`,
    `--initial-advertise-peer-urls=${peer}`,
    `--initial-cluster=default=${peer}`,
    // Nobody needs the data after a crash.
    "--unsafe-no-fsync",
  ];
}

export function kubeApiServerArguments(
  folder: string,
  etcd: string,
  listener: Listener,
  credentials: Credentials,
): string[] {
  return [
    `--etcd-servers=${etcd}`,
    `--bind-address=${listener.address}`,
    `--secure-port=${listener.port}`,
    // It makes itself a certificate there.
    `--cert-dir=${folder}`,
    `--service-cluster-ip-range=${serviceNetwork}`,
    "--authorization-mode=Node,RBAC",
    `--token-auth-file=${credentials.tokenFile}`,
    "--service-account-issuer=https://kubernetes.default.svc",
    `--service-account-key-file=${credentials.serviceAccountKey}`,
    `--service-account-signing-key-file=${credentials.serviceAccountKey}`,
    "--allow-privileged=true",
  ];
}

/** Without pods nobody asks for the Service `kubernetes`, and a machine without a network has no address to tell. */
export const withoutNodes: readonly string[] = ["--advertise-address=192.0.2.1", "--endpoint-reconciler-type=none"];

export function withNodes({ address }: Listener, client: KubeletClient): string[] {
  return [
    `--advertise-address=${address}`,
    // By name, logs and exec would ask a DNS server for the node.
    "--kubelet-preferred-address-types=InternalIP",
    `--kubelet-client-certificate=${client.certificate}`,
    `--kubelet-client-key=${client.key}`,
  ];
}

/** No ports of their own: they would be taken when a second cluster runs on the machine. */
export const alone: readonly string[] = ["--leader-elect=false", "--secure-port=0"];

export function controllerManagerArguments(
  kubeconfig: string,
  certificate: string,
  { serviceAccountKey }: Credentials,
): string[] {
  return [
    ...alone,
    `--kubeconfig=${kubeconfig}`,
    "--use-service-account-credentials",
    `--service-account-private-key-file=${serviceAccountKey}`,
    // For the ConfigMap kube-root-ca.crt, without which no pod starts.
    `--root-ca-file=${certificate}`,
    // Nobody wants to wait until an autoscaler looks again.
    "--horizontal-pod-autoscaler-sync-period=1s",
  ];
}
