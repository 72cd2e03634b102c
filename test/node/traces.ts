import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { cgroupOf } from "../../ci/cluster/cgroups.ts";
import { markedProcesses } from "../../ci/cluster/marked-processes.ts";
import { nodeNetwork } from "../../ci/cluster/node-network.ts";

/** What there is of a cluster on this machine, each in a word. */
export function traces(folder: string): ReadonlySet<string> {
  const found = new Set<string>();
  if (existsSync(folder)) found.add("folder");
  if (markedProcesses(folder).length > 0) found.add("processes");
  if (readFileSync("/proc/mounts", "utf8").includes(folder)) found.add("mounts");
  if (existsSync(join("/sys/class/net", nodeNetwork(folder).interface))) found.add("interface");
  // At the top of each hierarchy, or of the only one.
  const hierarchies = ["", ...readdirSync("/sys/fs/cgroup")];
  if (hierarchies.some((one) => existsSync(join("/sys/fs/cgroup", one, cgroupOf(folder))))) found.add("cgroup");
  return found;
}

/** Where containerd, CNI and the kubelet leave something unless they are kept from it. */
const places = [
  "/etc/cni",
  "/opt/cni",
  "/opt/containerd",
  "/run/containerd",
  "/run/netns",
  "/usr/libexec/kubernetes",
  "/var/lib/cni",
  "/var/lib/kubelet",
  "/var/log/containers",
  "/var/log/pods",
];

const kernelSettings = ["kernel/panic", "kernel/panic_on_oops", "net/ipv4/ip_forward", "vm/overcommit_memory"];

/** What clusters must not change about this machine. */
export async function machineState(): Promise<unknown> {
  return {
    places: places.filter((place) => existsSync(place)),
    settings: kernelSettings.map((name) => readFileSync(join("/proc/sys", name), "utf8")),
    rules: (await execa("nft", ["list", "ruleset"])).stdout,
  };
}
