import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "yaml";
import { toolPath } from "../tools/install.ts";
import { alone } from "./server-arguments.ts";
import type { ServerProgram } from "./server-process.ts";

/** Writes the scheduler's configuration, and says how to start it. */
export async function scheduler(folder: string, kubeconfig: string): Promise<ServerProgram> {
  const file = join(folder, "scheduler.yaml");
  await writeFile(file, stringify(configuration(kubeconfig)));
  return { name: "kube-scheduler", file: await toolPath("kube-scheduler"), words: [...alone, `--config=${file}`] };
}

/**
 * It fills one node after the other and spreads nothing of its own accord, as on clusters that save nodes: how pods are
 * spread is what they themselves ask for.
 */
function configuration(kubeconfig: string): unknown {
  const resources = [
    { name: "cpu", weight: 1 },
    { name: "memory", weight: 1 },
  ];
  return {
    apiVersion: "kubescheduler.config.k8s.io/v1",
    kind: "KubeSchedulerConfiguration",
    clientConnection: { kubeconfig },
    profiles: [
      {
        schedulerName: "default-scheduler",
        pluginConfig: [
          { name: "NodeResourcesFit", args: { scoringStrategy: { type: "MostAllocated", resources } } },
          { name: "PodTopologySpread", args: { defaultingType: "List", defaultConstraints: [] } },
        ],
      },
    ],
  };
}
