import { crdFiles } from "../schemas/crd-files.ts";
import type { ClusterAccess } from "./access.ts";
import { kubectl } from "./kubectl.ts";

/** Adds the kinds of the Gateway API, External Secrets and the Prometheus operator, and waits until the server serves them. */
export async function applyCrds(cluster: ClusterAccess): Promise<void> {
  const files = (await crdFiles()).flatMap((file) => ["--filename", file]);
  // Server-side: they are too large for the annotation that a client-side apply leaves behind.
  await kubectl(cluster, ["apply", "--server-side", ...files]);
  await kubectl(cluster, ["wait", "--for=condition=Established", "--timeout=120s", ...files]);
}
