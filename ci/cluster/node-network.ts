import { existsSync } from "node:fs";
import { execa } from "execa";
import { clusterId } from "./cluster-id.ts";

/** The node is a machine of its own in a network namespace, and a pair of virtual interfaces connects it to this one. */
export interface NodeNetwork {
  /** This machine's end of the pair; the node's is eth0. */
  readonly interface: string;
  readonly machineAddress: string;
  readonly nodeAddress: string;
  /** Words that run the command line after them in the node's network. */
  readonly enter: readonly string[];
}

/** The addresses that pods get. */
export const podNetwork = "10.244.0.0/16";

const namespace = "node";

/** A network of four addresses out of 198.18.0.0/15, which is set aside for tests (RFC 2544), one for each cluster's folder. */
export function nodeNetwork(folder: string): NodeNetwork {
  const id = clusterId(folder);
  const first = (Number.parseInt(id, 16) % 2 ** 15) * 4;
  const address = (offset: number): string =>
    [198, 18 + ((first + offset) >> 16), ((first + offset) >> 8) & 255, (first + offset) & 255].join(".");
  return {
    interface: `k8s-${id}`,
    machineAddress: address(1),
    nodeAddress: address(2),
    enter: ["nsenter", `--net=/run/netns/${namespace}`],
  };
}

/** Needs a /run of its own, see own-mounts.ts: with it goes the namespace. The node reaches nothing but this machine. */
export async function createNodeNetwork({ interface: name, machineAddress, nodeAddress }: NodeNetwork): Promise<void> {
  const steps = [
    ["netns", "add", namespace],
    ["link", "add", name, "type", "veth", "peer", "name", "eth0", "netns", namespace],
    ["address", "add", `${machineAddress}/30`, "dev", name],
    ["link", "set", name, "up"],
    ["-n", namespace, "address", "add", `${nodeAddress}/30`, "dev", "eth0"],
    ["-n", namespace, "link", "set", "eth0", "up"],
    ["-n", namespace, "link", "set", "lo", "up"],
  ];
  for (const words of steps) await execa("ip", words);
}

/** The pair goes by itself with the last process of the node, but not at once. */
export async function deleteNodeNetwork({ interface: name }: NodeNetwork): Promise<void> {
  if (!existsSync(`/sys/class/net/${name}`)) return;
  const result = await execa("ip", ["link", "delete", name], { reject: false });
  if (result.failed && existsSync(`/sys/class/net/${name}`))
    throw new Error(`The network interface ${name} could not be deleted: ${result.stderr}`);
}
