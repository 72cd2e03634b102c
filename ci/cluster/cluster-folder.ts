import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { projectFolder } from "../paths.ts";
import { accessTo, type ClusterAccess } from "./access.ts";
import { clusterVersion } from "./control-plane.ts";

/** The folder of the cluster with a name. Git ignores them all. */
export function clusterFolder(name: string): string {
  return join(projectFolder, ".cluster", name);
}

/** Access to the running cluster of a folder. */
export function clusterIn(folder: string): ClusterAccess {
  return accessTo(folder, clusterVersion);
}

/** There once the cluster can be used, with the seconds that took. */
export function readyFile(folder: string): string {
  return join(folder, "ready");
}

/** Whether it once could be used; its processes may have been killed since. */
export function isReady(folder: string): boolean {
  return existsSync(readyFile(folder));
}

/** What to tell who has waited for it. */
export async function readyMessage(folder: string): Promise<string> {
  const seconds = (await readFile(readyFile(folder), "utf8")).trim();
  return `Kubernetes ${clusterVersion} is up after ${seconds} s.`;
}
