import type { KubernetesVersion } from "../kubernetes-versions.ts";
import { toolPath } from "../tools/install.ts";
import { type RunningApi, startApiAndStore } from "./api-and-store.ts";
import { callApi } from "./api-client.ts";
import { writeKubeconfig } from "./credentials.ts";
import { waitUntilReady } from "./readiness.ts";
import { scheduler } from "./scheduler.ts";
import { controllerManagerArguments, type Listener } from "./server-arguments.ts";
import { type ServerGroup, startServer } from "./server-process.ts";

/** The version of the controllers, of the scheduler and of nodes; the API server's alone can be another one. */
export const clusterVersion: KubernetesVersion = "1.36";

/** Starts etcd, the API server, the controller manager and the scheduler, and waits until the API server answers. */
export async function startControlPlane(
  group: ServerGroup,
  listener: Listener,
  apiServerWords: readonly string[],
): Promise<RunningApi> {
  const api = await startApiAndStore(group, clusterVersion, listener, apiServerWords);
  const { folder } = group;
  const { endpoint, credentials } = api;
  const manager = await writeKubeconfig(folder, endpoint, credentials, "system:kube-controller-manager");
  startServer(group, {
    name: "kube-controller-manager",
    file: await toolPath("kube-controller-manager"),
    words: controllerManagerArguments(manager, endpoint.certificate, credentials),
  });
  const schedulerUser = await writeKubeconfig(folder, endpoint, credentials, "system:kube-scheduler");
  startServer(group, await scheduler(folder, schedulerUser));
  return api;
}

/** Waits until the controllers have given pods the account they run under. */
export async function waitForControllers({ running }: ServerGroup, { client }: RunningApi): Promise<void> {
  const account = "/api/v1/namespaces/default/serviceaccounts/default";
  const isThere = async (): Promise<boolean> => (await callApi(client, "GET", account)).status === 200;
  await waitUntilReady("The controller manager", running, isThere);
}
