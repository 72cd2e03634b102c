import { join } from "node:path";
import type { KubernetesVersion } from "../kubernetes-versions.ts";
import { toolPath } from "../tools/install.ts";
import type { ApiClient } from "./api-client.ts";
import { type Credentials, type Endpoint, tokenOf, writeCredentials, writeKubeconfig } from "./credentials.ts";
import { isApiReady, waitUntilReady } from "./readiness.ts";
import { etcdArguments, kubeApiServerArguments, type Listener } from "./server-arguments.ts";
import { type ServerGroup, startServer } from "./server-process.ts";

/** A kube-apiserver that answers, and whom it answers. */
export interface RunningApi {
  readonly endpoint: Endpoint;
  readonly credentials: Credentials;
  /** As administrator. */
  readonly client: ApiClient;
}

/** Starts etcd and kube-apiserver, waits until they can be used, and writes the administrator's kubeconfig. */
export async function startApiAndStore(
  group: ServerGroup,
  version: KubernetesVersion,
  listener: Listener,
  more: readonly string[],
): Promise<RunningApi> {
  const { folder } = group;
  const etcdSocket = `unix://${join(folder, "etcd.sock")}`;
  startServer(group, { name: "etcd", file: await toolPath("etcd"), words: etcdArguments(folder, etcdSocket) });
  const credentials = await writeCredentials(folder);
  startServer(group, {
    name: "kube-apiserver",
    file: await toolPath(`kube-apiserver-${version}`),
    words: [...kubeApiServerArguments(folder, etcdSocket, listener, credentials), ...more],
  });
  const endpoint = {
    url: `https://${listener.address}:${listener.port}`,
    certificate: join(folder, "apiserver.crt"),
  };
  const client = { ...endpoint, token: tokenOf(credentials, "admin") };
  await waitUntilReady("The Kubernetes API server", group.running, () => isApiReady(client));
  await writeKubeconfig(folder, endpoint, credentials, "admin");
  return { endpoint, credentials, client };
}
