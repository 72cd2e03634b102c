import type {
  IContainer,
  IEnvVar,
  IHostAlias,
  IPodSpec,
  IPodTemplateSpec,
  IVolume,
  IVolumeMount,
} from "kubernetes-models/v1";
import { isSet } from "../expressions/condition.ts";
import type { Expression } from "../expressions/expression.ts";
import type { Reference } from "../expressions/reference.ts";
import { common } from "../kubernetes/common-values.ts";
import type { ContainerReference } from "../kubernetes/container-values.ts";
import { type ImageValues, imageName } from "../kubernetes/image.ts";
import { podLabels } from "../kubernetes/labels.ts";
import type { PodReference } from "../kubernetes/pod-values.ts";
import { resources } from "../kubernetes/resources.ts";
import { podAffinity, podSpread } from "../kubernetes/scheduling.ts";
import { podSecurityContext, securityContext } from "../kubernetes/security-context.ts";
import { each, entriesOf } from "../template/each.ts";
import { ModelError } from "../template/errors.ts";
import type { Maybe, Templated } from "../template/hole.ts";
import { keyedList, type OwnEntries } from "../template/keyed-list.ts";
import { mapping } from "../template/mapping.ts";
import { when, whenSet } from "../template/when.ts";
import { checksums } from "./checksum.ts";
import type { Component, Directory } from "./component.ts";
import { configurationName } from "./config-map.ts";
import { secretKeyRef } from "./secret-source.ts";

export type ContainerBody = Templated<Omit<IContainer, "name">>;

/** What a component's pods are made of beyond what its description says. */
export interface PodOptions {
  readonly pod: PodReference;
  readonly serviceAccount: { readonly name: Templated<string>; readonly automountToken: Templated<boolean> };
  /** By name, the component's own process first. */
  readonly containers: OwnEntries<IContainer, "name">;
  /** By name: what runs before the process, or beside it from before its start. */
  readonly initContainers?: OwnEntries<IContainer, "name">;
  readonly restartPolicy?: "OnFailure";
}

/** The pods of a component: what its Deployment or CronJob makes. */
export function podTemplate(component: Component, options: PodOptions): Templated<IPodTemplateSpec> {
  const { pod } = options;
  return {
    metadata: {
      annotations: mapping(checksums(component), pod.annotations),
      labels: podLabels(component.name, pod.labels),
    },
    spec: podSpec(component, options),
  };
}

function podSpec(component: Component, options: PodOptions): Templated<IPodSpec> {
  const { pod, serviceAccount, containers, initContainers, restartPolicy } = options;
  const alias = entriesOf(pod.hostAliases, "alias");
  return {
    serviceAccountName: serviceAccount.name,
    automountServiceAccountToken: serviceAccount.automountToken,
    // A Service named as the program would hand it FOXCTL_PORT=tcp://… and the like.
    enableServiceLinks: false,
    ...(restartPolicy && { restartPolicy }),
    terminationGracePeriodSeconds: pod.terminationGracePeriodSeconds,
    imagePullSecrets: common.global.imagePullSecrets,
    priorityClassName: whenSet(pod.priorityClassName),
    runtimeClassName: whenSet(pod.runtimeClassName),
    dnsPolicy: pod.dnsPolicy,
    dnsConfig: pod.dnsConfig,
    hostAliases: [each<IHostAlias>(alias, { ip: alias.key, hostnames: alias.value })],
    nodeSelector: pod.nodeSelector,
    tolerations: pod.tolerations,
    affinity: podAffinity(component.name, pod),
    topologySpreadConstraints: podSpread(component.name, pod),
    securityContext: podSecurityContext(pod.securityContext),
    ...(initContainers && { initContainers: keyedList<IContainer, "name">("name", initContainers) }),
    containers: keyedList<IContainer, "name">("name", containers, pod.sidecars),
    volumes: keyedList<IVolume, "name">("name", { ...volumesOf(component), ...component.volumes }, pod.volumes),
  };
}

/** What a component's own process needs beyond the image. */
export interface MainContainer {
  /** The listeners that are this container's; without it, all of them. */
  readonly ports?: readonly string[];
  readonly values: ContainerReference;
  readonly image: Reference<ImageValues>;
  /** Environment variables that neither a ConfigMap nor a Secret holds, such as the pod's own name. */
  readonly env?: OwnEntries<IEnvVar, "name">;
  /** Command, arguments, probes and whatever else is this container's own. */
  readonly body: Partial<
    Pick<IContainerBody, "command" | "args" | "startupProbe" | "livenessProbe" | "readinessProbe" | "lifecycle">
  >;
}
type IContainerBody = Exclude<ContainerBody, Expression<unknown> | { readonly fills: string }>;

/** The container with a component's own process. */
export function mainContainer(component: Component, options: MainContainer): ContainerBody {
  const { values, image, env = {}, body } = options;
  const twice = Object.keys(env).filter((name) => component.secrets[name]);
  if (twice.length > 0)
    throw new ModelError(`component "${component.name}" declares ${twice.join(", ")} twice; remove one of the two`);
  const ports = Object.entries(component.listeners).filter(([name]) => options.ports?.includes(name) ?? true);
  return {
    image: imageName(image),
    imagePullPolicy: image.pullPolicy,
    ...body,
    ...(ports.length > 0 && {
      ports: ports.map(([name, { port }]) => ({ name, containerPort: port, protocol: "TCP" as const })),
    }),
    ...(component.configuration && {
      envFrom: [{ configMapRef: { name: configurationName(component.configuration) } }],
    }),
    env: keyedList<IEnvVar, "name">("name", { ...env, ...secretVariables(component) }, values.env),
    resources: resources(values.resources),
    securityContext: securityContext(values.securityContext),
    volumeMounts: keyedList<IVolumeMount, "mountPath">(
      "mountPath",
      mountsOf(component.directories),
      values.volumeMounts,
    ),
  };
}

/** The environment variables that come from Secrets. */
export function secretVariables(component: Component): OwnEntries<IEnvVar, "name"> {
  return Object.fromEntries(
    Object.entries(component.secrets).map(([variable, { secret, key, plain, when: condition }]) => {
      const valueFrom = { secretKeyRef: secretKeyRef(secret, key) };
      const reference = when<Omit<IEnvVar, "name">>(condition, { valueFrom });
      return [variable, plain ? when<Omit<IEnvVar, "name">>(isSet(plain), { value: plain }, reference) : reference];
    }),
  );
}

function volumesOf({ directories }: Component): OwnEntries<IVolume, "name"> {
  return Object.fromEntries(
    Object.entries(directories).map(([name, { when: condition, volume }]): [string, Maybe<Omit<IVolume, "name">>] => [
      name,
      when<Omit<IVolume, "name">>(condition, volume),
    ]),
  );
}

/** Mounts of directories, by path. */
function mountsOf(directories: Readonly<Record<string, Directory>>): OwnEntries<IVolumeMount, "mountPath"> {
  return Object.fromEntries(
    Object.entries(directories).map(([name, { path, readOnly, when: condition }]) => [
      path,
      when<Omit<IVolumeMount, "mountPath">>(condition, { name, ...(readOnly && { readOnly }) }),
    ]),
  );
}
