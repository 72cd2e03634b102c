import { execa } from "execa";
import { toolPath } from "../tools/install.ts";
import type { ClusterAccess } from "./access.ts";

/** Runs kubectl against the server and returns what it printed; fails with what it complained about. */
export async function kubectl(
  cluster: ClusterAccess,
  kubectlArguments: readonly string[],
  input = "",
): Promise<string> {
  const result = await execa(await toolPath("kubectl"), kubectlArguments, { env: cluster.env, input, reject: false });
  if (!result.failed) return result.stdout;
  throw new Error(
    `kubectl ${kubectlArguments.join(" ")} failed on Kubernetes ${cluster.kubernetesVersion}:\n${result.stderr || result.shortMessage}`,
  );
}
