import type { ClusterAccess } from "../../ci/cluster/access.ts";
import { type ApiServer, startApiServer } from "../../ci/cluster/api-server.ts";
import { applyCrds } from "../../ci/cluster/crds.ts";
import { createNamespace, type PodSecurityLevel } from "../../ci/cluster/namespace.ts";
import type { KubernetesVersion } from "../../ci/kubernetes-versions.ts";
import { type Preset, securityLevel } from "../charts/preset.ts";
import type { Release } from "./helm.ts";

/** A server that knows the optional kinds which the charts can use. */
export async function startServer(version: KubernetesVersion): Promise<ApiServer> {
  const server = await startApiServer(version);
  try {
    await applyCrds(server);
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/**
 * A place for a release, named as its chart, in a new namespace that enforces the Pod Security level "restricted", or
 * the one that presets need which run a Docker engine.
 */
export async function newRelease(
  server: ClusterAccess,
  preset: Preset,
  purpose: string,
  level: PodSecurityLevel = securityLevel(preset),
): Promise<Release> {
  const { chart, name } = preset;
  const namespace = `${purpose}-${chart}-${name}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  await createNamespace(server, namespace, level);
  return { server, namespace, name: chart };
}
