import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { podNetwork } from "./node-network.ts";

/** Where Debian keeps the plugins. */
export const cniPlugins = "/usr/lib/cni";

export function cniFolder(folder: string): string {
  return join(folder, "cni");
}

/**
 * Each pod has a link of its own to the node. Unlike over a bridge, all traffic between pods is routed, so that what
 * Services translate on the way there is translated on the way back.
 */
export async function writeCniConfiguration(folder: string): Promise<void> {
  const ipam = {
    type: "host-local",
    ranges: [[{ subnet: podNetwork }]],
    routes: [{ dst: "0.0.0.0/0" }],
    dataDir: "/run/cni-addresses",
  };
  const configuration = { cniVersion: "1.0.0", name: "pods", plugins: [{ type: "ptp", ipam }] };
  await mkdir(cniFolder(folder), { recursive: true });
  await writeFile(join(cniFolder(folder), "pods.conflist"), JSON.stringify(configuration));
}
