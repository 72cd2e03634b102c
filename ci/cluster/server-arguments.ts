import { join } from "node:path";
import type { Credentials } from "./credentials.ts";

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

export function kubeApiServerArguments(folder: string, etcd: string, port: number, credentials: Credentials): string[] {
  return [
    `--etcd-servers=${etcd}`,
    "--bind-address=127.0.0.1",
    `--secure-port=${port}`,
    // It makes itself a certificate there.
    `--cert-dir=${folder}`,
    // No pod ever asks for the Service `kubernetes`, and a machine without a network has no address to tell.
    "--advertise-address=192.0.2.1",
    "--endpoint-reconciler-type=none",
    "--service-cluster-ip-range=10.96.0.0/16",
    "--authorization-mode=Node,RBAC",
    `--token-auth-file=${credentials.tokenFile}`,
    "--service-account-issuer=https://kubernetes.default.svc",
    `--service-account-key-file=${credentials.serviceAccountKey}`,
    `--service-account-signing-key-file=${credentials.serviceAccountKey}`,
    "--allow-privileged=true",
  ];
}
