import { join } from "node:path";

/** Where containerd listens; only root may connect. */
export function containerdSocket(folder: string): string {
  return join(folder, "containerd.sock");
}
