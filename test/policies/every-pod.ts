import type { INetworkPolicyPeer } from "kubernetes-models/networking.k8s.io/v1";
import { isValues } from "../charts/values-file.ts";
import type { Port } from "./connection.ts";
import type { PolicyRelease } from "./release.ts";

/** What every pod may reach, whatever its component declares. */
export interface Reach {
  readonly peers: readonly INetworkPolicyPeer[];
  readonly ports: readonly Omit<Port, "name">[];
}

const tcp = (number: number) => ({ number, protocol: "TCP" }) as const;
const block = (cidr: string): INetworkPolicyPeer => ({ ipBlock: { cidr } });

/** By the cloud's own documentation of how pods get credentials. */
const identities: ReadonlyMap<unknown, Reach> = new Map([
  ["eks-pod-identity", { peers: ["169.254.170.23/32", "fd00:ec2::23/128"].map(block), ports: [tcp(80)] }],
  [
    "gke-workload-identity",
    { peers: ["169.254.169.252/32", "169.254.169.254/32"].map(block), ports: [80, 988, 8080].map(tcp) },
  ],
]);

/** Name resolution, and the cloud's identity service where the values name one. */
export function everyPod({ values: { networkPolicy } }: Pick<PolicyRelease, "values">): readonly Reach[] {
  if (!isValues(networkPolicy)) throw new Error("the values lack networkPolicy");
  const { dns, cloudIdentity } = networkPolicy;
  if (!isValues(dns)) throw new Error("the values lack networkPolicy.dns");
  const { to, port } = dns as unknown as { readonly to: readonly INetworkPolicyPeer[]; readonly port: number };
  const identity = identities.get(cloudIdentity);
  return [{ peers: to, ports: [{ number: port, protocol: "UDP" }, tcp(port)] }, ...(identity ? [identity] : [])];
}
