import { kubectl } from "../../ci/cluster/kubectl.ts";
import type { PodSecurityLevel } from "../../ci/cluster/namespace.ts";
import { waitUntil } from "../../ci/cluster/wait-until.ts";
import { chartFolder } from "../charts/preset.ts";
import { helm, type Release } from "../cluster/helm.ts";
import { patience, patiently } from "../patience.ts";
import { cluster } from "./cluster.ts";
import { newNamespace } from "./namespace.ts";
import { type ContainerStatus, podsOf } from "./pods-of.ts";

/** A release in a namespace of its own, on the cluster that all tests share. */
export async function newRelease(
  chart: string,
  namespace: string,
  level: PodSecurityLevel = "restricted",
): Promise<Release> {
  await newNamespace(namespace, level);
  return { server: cluster, namespace, name: chart };
}

/** Waits, as Helm does, until everything of the release is ready. */
export const untilReady = ["--wait", patiently];

export async function installed(release: Release, ...more: readonly string[]): Promise<void> {
  await helm(release, "helm4", "install", chartFolder(release.name), ...untilReady, ...more);
}

/** Values are those given now, and not those of the installed release. */
export async function upgraded(release: Release, ...more: readonly string[]): Promise<void> {
  await helm(release, "helm4", "upgrade", chartFolder(release.name), "--reset-values", ...untilReady, ...more);
}

export async function rolledBack(release: Release): Promise<void> {
  await helm(release, "helm4", "rollback", ...untilReady);
}

/** What kubectl says in the namespace of the release. */
export function inNamespace({ namespace }: Release, ...words: readonly string[]): Promise<string> {
  return kubectl(cluster, ["--namespace", namespace, ...words]);
}

/** Runs a shell script in a container of the release's main pod. */
export function inContainer(release: Release, container: string, script: string): Promise<string> {
  return inNamespace(release, "exec", `deployment/${release.name}`, "-c", container, "--", "/bin/sh", "-c", script);
}

/** How the containers of the release's one pod are, by name, native sidecars among them. */
export async function containers(release: Release): Promise<ReadonlyMap<string, ContainerStatus>> {
  const statuses = (await podsOf(release, "system")).flatMap(({ status }) => [
    ...(status.initContainerStatuses ?? []),
    ...(status.containerStatuses ?? []),
  ]);
  return new Map(statuses.map((status) => [status.name, status]));
}

/** Waits for something of the cluster to be so. @throws Error that says what did not come to be */
export async function eventually(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const tried = () => isSo().catch(() => false);
  if (!(await waitUntil(tried, patience))) throw new Error(`${what}: not within ${patience / 1000} s`);
}
