import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { KubernetesVersion } from "../kubernetes-versions.ts";
import { onExit } from "../on-exit.ts";
import { toolPath } from "../tools/install.ts";
import { writeCredentials, writeKubeconfig } from "./credentials.ts";
import { freePort } from "./free-port.ts";
import { waitUntilReady } from "./readiness.ts";
import { etcdArguments, kubeApiServerArguments } from "./server-arguments.ts";
import { type ServerProcess, startServer } from "./server-process.ts";

/** A real API server on its own: it stores, defaults, validates and authorises, but no controller and no node runs. */
export interface ApiServer {
  readonly kubernetesVersion: KubernetesVersion;
  /** Holds the logs too (etcd.log, kube-apiserver.log); gone after stop(). */
  readonly folder: string;
  readonly kubeconfig: string;
  /** For kubectl and helm: which cluster, and caches that no other cluster on the same port shares. */
  readonly env: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
}

/** Starts etcd and kube-apiserver on loopback ports in a fresh folder. No root needed. Stops with this program at the latest. */
export async function startApiServer(kubernetesVersion: KubernetesVersion): Promise<ApiServer> {
  // First, as building them can take minutes.
  const etcdFile = await toolPath("etcd");
  const apiServerFile = await toolPath(`kube-apiserver-${kubernetesVersion}`);
  const folder = await mkdtemp(join(tmpdir(), "api-server-"));
  const running: ServerProcess[] = [];
  const forget = onExit(() => {
    // The last started first: without etcd the API server hangs.
    for (const server of running.toReversed()) server.kill();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  const stop = async (): Promise<void> => {
    for (const server of running.toReversed()) await server.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    forget();
  };
  try {
    const etcdSocket = `unix://${join(folder, "etcd.sock")}`;
    running.push(startServer(etcdFile, etcdArguments(folder, etcdSocket), folder, "etcd"));
    const credentials = await writeCredentials(folder);
    const port = await freePort();
    const apiServerArguments = kubeApiServerArguments(folder, etcdSocket, port, credentials);
    running.push(startServer(apiServerFile, apiServerArguments, folder, "kube-apiserver"));

    const url = `https://127.0.0.1:${port}`;
    const certificate = join(folder, "apiserver.crt");
    await waitUntilReady(url, certificate, credentials.adminToken, running);
    const kubeconfig = join(folder, "kubeconfig.yaml");
    await writeKubeconfig(kubeconfig, url, certificate, credentials.adminToken);
    return { kubernetesVersion, folder, kubeconfig, env: clientEnvironment(folder, kubeconfig), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function clientEnvironment(folder: string, kubeconfig: string): Record<string, string> {
  return {
    KUBECONFIG: kubeconfig,
    KUBECACHEDIR: join(folder, "kube-cache"),
    HELM_CACHE_HOME: join(folder, "helm/cache"),
    HELM_CONFIG_HOME: join(folder, "helm/config"),
    HELM_DATA_HOME: join(folder, "helm/data"),
  };
}
