import { copyFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { execa } from "execa";
import type { ClusterAccess } from "../../ci/cluster/access.ts";
import { toolPath } from "../../ci/tools/install.ts";
import type { Helm } from "../charts/helm.ts";

/** Where commands of a guide are run as they are written. */
export interface Shell {
  readonly server: ClusterAccess;
  /** The current namespace of kubectl and Helm. */
  readonly namespace: string;
  /** What `helm` is. */
  readonly helm: Helm;
  readonly folder: string;
}

/** Runs a script that knows `kubectl` and `helm`, and ends at the first command that fails. */
export async function runScript({ server, namespace, helm, folder }: Shell, script: string): Promise<string> {
  const kubeconfig = join(server.folder, `${namespace}.kubeconfig.yaml`);
  await copyFile(server.kubeconfig, kubeconfig);
  const { PATH = "" } = process.env;
  const env = {
    ...server.env,
    KUBECONFIG: kubeconfig,
    PATH: `${dirname(await toolPath(helm))}:${dirname(await toolPath("kubectl"))}:${PATH}`,
  };
  const here = `kubectl config set-context --current --namespace ${namespace}`;
  const { stdout } = await execa("sh", ["-ec", `${here}\n${script}`], { cwd: folder, env, stdin: "ignore" });
  return stdout;
}
