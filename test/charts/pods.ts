import type { IDeployment } from "kubernetes-models/apps/v1";
import type { ICronJob, IJob } from "kubernetes-models/batch/v1";
import type { IContainer, IPod, IPodSpec } from "kubernetes-models/v1";
import type { KubernetesObject } from "./kubernetes-object.ts";

/** The pods that an object makes. */
export interface PodTemplate {
  /** The object, for messages. */
  readonly owner: string;
  readonly metadata: NonNullable<IPod["metadata"]>;
  readonly spec: IPodSpec;
}

/** The pods of these objects: those of workloads, and bare ones such as tests. */
export function podTemplates(objects: readonly KubernetesObject[]): readonly PodTemplate[] {
  return objects.flatMap((object) => {
    const owner = `${object.kind} ${object.metadata.name}`;
    const template = templateOf(object);
    return template?.spec ? [{ owner, metadata: template.metadata ?? {}, spec: template.spec }] : [];
  });
}

function templateOf(object: KubernetesObject): Pick<IPod, "metadata" | "spec"> | undefined {
  switch (object.kind) {
    case "Pod":
      return object as unknown as IPod;
    case "Job":
      return (object as unknown as IJob).spec?.template;
    case "CronJob":
      return (object as unknown as ICronJob).spec?.jobTemplate.spec?.template;
    case "Deployment":
    case "StatefulSet":
    case "DaemonSet":
      return (object as unknown as IDeployment).spec?.template;
    default:
      return undefined;
  }
}

/** All containers of a pod, those that run before it too. */
export function containersOf({ spec }: PodTemplate): readonly IContainer[] {
  return [...(spec.initContainers ?? []), ...(spec.containers ?? [])];
}
