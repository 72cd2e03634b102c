import { execa } from "execa";
import type { INetworkPolicy } from "kubernetes-models/networking.k8s.io/v1";
import { toolPath } from "../../ci/tools/install.ts";
import type { Connection, Peer } from "./connection.ts";

/** Those of the connections that the policies allow, according to Cyclonus' model of Kubernetes' documentation. */
export async function allowed(
  policies: readonly INetworkPolicy[],
  connections: readonly Connection[],
): Promise<readonly Connection[]> {
  const input = JSON.stringify({ policies, connections: connections.map(traffic) });
  const { stdout } = await execa(await toolPath("policies"), { input });
  const answers: readonly boolean[] = JSON.parse(stdout);
  return connections.filter((_, index) => answers[index]);
}

/** In the words of Cyclonus' package matcher. */
function traffic({ from, to, port }: Connection): object {
  return {
    Source: trafficPeer(from),
    Destination: trafficPeer(to),
    ResolvedPort: port.number,
    ResolvedPortName: port.name,
    Protocol: port.protocol,
  };
}

function trafficPeer({ address, pod }: Peer): object {
  if (!pod) return { IP: address };
  const { namespace, namespaceLabels, labels } = pod;
  return { IP: address, Internal: { Namespace: namespace, NamespaceLabels: namespaceLabels, PodLabels: labels } };
}
