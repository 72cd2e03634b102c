import type { IContainer } from "kubernetes-models/v1";
import { containersOf, type PodTemplate } from "./pods.ts";

/** What occurs twice in a pod and must not: volumes, containers, and in each container ports, variables and mounts. */
export function duplicatesIn(pod: PodTemplate): readonly string[] {
  const { volumes = [], initContainers = [], containers } = pod.spec;
  const names = [...initContainers, ...(containers ?? [])].map(({ name }) => name);
  return [
    ...twice(
      `volume of ${pod.owner}`,
      volumes.map(({ name }) => name),
    ),
    ...twice(`container of ${pod.owner}`, names),
    ...containersOf(pod).flatMap((container) => duplicatesInContainer(container, pod)),
  ];
}

function duplicatesInContainer(container: IContainer, pod: PodTemplate): readonly string[] {
  const { env = [], volumeMounts = [], ports = [] } = container;
  const place = `container ${container.name} of ${pod.owner}`;
  return [
    ...twice(
      `variable of ${place}`,
      env.map(({ name }) => name),
    ),
    ...twice(
      `mount of ${place}`,
      volumeMounts.map(({ mountPath }) => mountPath),
    ),
    ...twice(
      `port name of ${place}`,
      ports.flatMap(({ name }) => name ?? []),
    ),
    ...twice(
      `port of ${place}`,
      ports.map(({ containerPort, protocol }) => `${containerPort}/${protocol}`),
    ),
  ];
}

/** The names that occur more than once. */
export function twice(what: string, names: readonly string[]): readonly string[] {
  return names.filter((name, index) => names.indexOf(name) < index).map((name) => `${what} twice: ${name}`);
}

/** The Docker engine within arizuko's pod, off by default: agents cannot run without it (reference arizuko.md, 8). */
const privilegedContainers = ["dind"];

/**
 * Where a pod breaks the level "restricted", or has a writable root (Kubernetes documentation, "Pod Security
 * Standards").
 */
export function restrictionsBroken(pod: PodTemplate): readonly string[] {
  const { hostNetwork, hostPID, hostIPC, securityContext: shared } = pod.spec;
  const host = hostNetwork || hostPID || hostIPC ? [`${pod.owner} shares namespaces with its node`] : [];
  const restricted = containersOf(pod).filter(({ name }) => !privilegedContainers.includes(name));
  const inContainers = restricted.flatMap(({ name, securityContext }) => {
    const { runAsNonRoot, allowPrivilegeEscalation, readOnlyRootFilesystem, privileged, capabilities, seccompProfile } =
      {
        ...shared,
        ...securityContext,
      };
    const kept =
      runAsNonRoot === true &&
      allowPrivilegeEscalation === false &&
      readOnlyRootFilesystem === true &&
      privileged !== true &&
      capabilities?.drop?.includes("ALL") === true &&
      capabilities.add === undefined &&
      seccompProfile?.type === "RuntimeDefault";
    return kept ? [] : [`container ${name} of ${pod.owner}: ${JSON.stringify({ ...shared, ...securityContext })}`];
  });
  return [...host, ...inContainers];
}
