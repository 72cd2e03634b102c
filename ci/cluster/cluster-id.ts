import { createHash } from "node:crypto";

/** What clusters of different folders must not share is named by this: network interface, cgroup, addresses. */
export function clusterId(folder: string): string {
  return createHash("sha256").update(folder).digest("hex").slice(0, 8);
}
