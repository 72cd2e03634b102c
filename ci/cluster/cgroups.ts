import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rmdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { clusterId } from "./cluster-id.ts";
import { waitUntil } from "./wait-until.ts";

const root = "/sys/fs/cgroup";

/** The parent of the cgroups of all pods. */
export function cgroupOf(folder: string): string {
  return `/k8s-${clusterId(folder)}`;
}

export async function createCgroup(folder: string): Promise<void> {
  await handDownControllers();
  for (const hierarchy of await hierarchies()) await mkdir(join(hierarchy, cgroupOf(folder)), { recursive: true });
}

/** Removes it once the last process in it has ended, which is a moment after it was killed. */
export async function removeCgroup(folder: string): Promise<void> {
  for (const hierarchy of await hierarchies()) {
    const top = join(hierarchy, cgroupOf(folder));
    if (!(await waitUntil(() => removeTree(top), 30_000))) throw new Error(`The cgroup ${top} still has processes.`);
  }
}

/** In version 2 of cgroups only; version 1 has no such file, and nothing to hand down. */
const controllersFile = join(root, "cgroup.controllers");

/** In version 2 a cgroup has the controllers that its parent hands down. It goes on doing so; systemd sees to that anyway. */
async function handDownControllers(): Promise<void> {
  if (!existsSync(controllersFile)) return;
  const controllers = (await readFile(controllersFile, "utf8")).trim().split(" ");
  await writeFile(join(root, "cgroup.subtree_control"), controllers.map((name) => `+${name}`).join(" "));
}

/** One in version 2; one for each controller in version 1. */
async function hierarchies(): Promise<readonly string[]> {
  if (existsSync(controllersFile)) return [root];
  const entries = await readdir(root, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(root, name));
}

/** Whether it is gone. It is not while a process is in it, and parts of it may go by themselves meanwhile. */
async function removeTree(folder: string): Promise<boolean> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    for (const entry of entries) if (entry.isDirectory()) await removeTree(join(folder, entry.name));
    await rmdir(folder);
  } catch {
    return !existsSync(folder);
  }
  return true;
}
