import { afterAll } from "vitest";
import { kubectl } from "../../ci/cluster/kubectl.ts";
import { cluster } from "./cluster.ts";
import { namespaces } from "./namespace.ts";

// After each file: the node has no more CPUs than this machine, and pods of tests that are over would keep those of
// others from being scheduled.
afterAll(async () => {
  if (namespaces.length === 0) return;
  await kubectl(cluster, ["delete", "namespaces", ...namespaces, "--wait=false"]);
  const force = ["--all", "--force", "--grace-period=0", "--ignore-not-found"];
  for (const name of namespaces) await kubectl(cluster, ["delete", "pods", ...force, "--namespace", name]);
});
