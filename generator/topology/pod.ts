import type { IContainer, IEnvVar, IPodSpec, IPodTemplateSpec, IVolume, IVolumeMount } from "kubernetes-models/v1";
import { always, and } from "../expressions/condition.ts";
import type { Expression } from "../expressions/expression.ts";
import type { Reference } from "../expressions/reference.ts";
import { string } from "../expressions/text.ts";
import type { ContainerReference } from "../kubernetes/container-values.ts";
import { type ImageValues, imageName } from "../kubernetes/image.ts";
import { podLabels } from "../kubernetes/labels.ts";
import { type PodSettings, podSettings } from "../kubernetes/pod-settings.ts";
import type { PodReference, PodsReference, SpreadReference } from "../kubernetes/pod-values.ts";
import { resources } from "../kubernetes/resources.ts";
import { type PodSpread, podSpread } from "../kubernetes/scheduling.ts";
import { securityContext } from "../kubernetes/security-context.ts";
import { fragment, helper } from "../template/helper.ts";
import type { Hole, Maybe, Templated } from "../template/hole.ts";
import { type Computed, computed, keyedList, type OwnEntries } from "../template/keyed-list.ts";
import { composed, mapping } from "../template/mapping.ts";
import { when } from "../template/when.ts";
import { checksums } from "./checksum.ts";
import type { Component, Directory, Mount } from "./component.ts";
import { configurationName } from "./config-map.ts";
import { secretVariables } from "./secret-variables.ts";

export type ContainerBody = Templated<Omit<IContainer, "name">>;

/** What a component's pods are made of beyond what its description says. */
export interface PodOptions {
  readonly pod: PodReference;
  /** How long a pod may take to end, in seconds. */
  readonly terminationGracePeriodSeconds: Templated<number>;
  /** How pods keep apart from each other; without it, the user's affinity is all. */
  readonly spread?: SpreadReference;
  /** Annotations of the pods, beside those that follow from what they read. */
  readonly annotations?: { readonly [name: string]: Templated<string> | Maybe<string> };
  /** The components that run in the same pods, as containers beside. */
  readonly guests?: readonly Component[];
  readonly serviceAccount: { readonly name: Templated<string>; readonly automountToken: Templated<boolean> };
  /** By name, the component's own process first. */
  readonly containers: OwnEntries<IContainer, "name">;
  /** Containers whose names only values tell. */
  readonly computedContainers?: readonly Computed<IContainer>[];
  /** By name: what runs before the process, or beside it from before its start. */
  readonly initContainers?: OwnEntries<IContainer, "name">;
  readonly restartPolicy?: "OnFailure";
}

/** What the settings of a component's pods say of them as a whole. */
export function settingsOf(pod: PodsReference): Pick<PodOptions, "pod" | "spread" | "terminationGracePeriodSeconds"> {
  return { pod, spread: pod, terminationGracePeriodSeconds: pod.terminationGracePeriodSeconds };
}

/** The pods of a component: what its Deployment or CronJob makes. */
export function podTemplate(component: Component, options: PodOptions): Templated<IPodTemplateSpec> {
  const { pod, annotations = {}, guests = [] } = options;
  return {
    metadata: {
      annotations: mapping(...checksums(component, guests), annotations, pod.annotations),
      labels: podLabels(component.name, pod.labels),
    },
    spec: podSpec(component, options),
  };
}

type SharedSettings = keyof PodSettings | keyof PodSpread;

function podSpec(component: Component, options: PodOptions): Templated<IPodSpec> {
  const { pod, spread, serviceAccount, containers, computedContainers = [], initContainers, restartPolicy } = options;
  const { guests = [] } = options;
  const own: Templated<Omit<IPodSpec, SharedSettings>> = {
    serviceAccountName: serviceAccount.name,
    automountServiceAccountToken: serviceAccount.automountToken,
    // A Service named as the program would hand it FOXCTL_PORT=tcp://… and the like.
    enableServiceLinks: false,
    ...(restartPolicy && { restartPolicy }),
    terminationGracePeriodSeconds: options.terminationGracePeriodSeconds,
    ...(initContainers && { initContainers: keyedList<IContainer, "name">("name", initContainers) }),
    containers: keyedList<IContainer, "name">("name", containers, ...computedContainers, pod.sidecars),
    volumes: keyedList<IVolume, "name">(
      "name",
      Object.assign({}, ...[component, ...guests].flatMap((member) => [volumesOf(member), member.volumes])),
      pod.volumes,
    ),
  };
  const settings = podSettings(pod);
  const last = "terminationGracePeriodSeconds";
  return spread
    ? composed<IPodSpec, SharedSettings>([settings, podSpread(component.name, spread)], own, last)
    : composed<IPodSpec, keyof PodSettings>([settings], { ...own, affinity: pod.affinity }, last);
}

/** How Kubernetes learns of a process's health. */
export type Probes = Pick<IContainer, "startupProbe" | "livenessProbe" | "readinessProbe">;

/** What a component's own process needs beyond the image. */
export interface MainContainer {
  /** The listeners that are this container's; without it, all of them. */
  readonly ports?: readonly string[];
  readonly values: ContainerReference;
  readonly image: Reference<ImageValues>;
  /** Probes that other components have too, printed by a helper. */
  readonly sharedProbes?: Hole<Probes>;
  /** Command, arguments, probes and whatever else is this container's own. */
  readonly body: Partial<Pick<IContainerBody, "command" | "args" | keyof Probes | "lifecycle" | "restartPolicy">>;
}
type IContainerBody = Exclude<ContainerBody, Expression<unknown> | { readonly fills: string }>;

/** The container with a component's own process. */
export function mainContainer(component: Component, options: MainContainer): ContainerBody {
  const own = ownFields(component, options);
  const { sharedProbes } = options;
  return sharedProbes ? composed<Omit<IContainer, "name">, keyof Probes>([sharedProbes], own, "imagePullPolicy") : own;
}

/** The same for a container whose name only values tell. */
export function namedContainer(
  component: Component,
  name: Templated<string>,
  options: MainContainer,
): Templated<IContainer> {
  const own = { name, ...ownFields(component, options) };
  const { sharedProbes } = options;
  return sharedProbes ? composed<IContainer, keyof Probes>([sharedProbes], own, "imagePullPolicy") : own;
}

function ownFields(component: Component, options: MainContainer): IContainerBody {
  const { values, image, body } = options;
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
    env: environmentOf(component, values),
    resources: resources(values.resources),
    securityContext: securityContext(values.securityContext),
    volumeMounts: containerMounts(component, values),
  };
}

/** The environment variables that stand in the container itself. */
function environmentOf(component: Component, { env }: ContainerReference): Hole<IEnvVar[]> {
  const { sharedEnvironment, secrets, variables } = component;
  const own = { ...secretVariables(secrets), ...variables };
  return keyedList<IEnvVar, "name">("name", own, ...(sharedEnvironment ? [sharedEnvironment.items] : []), env);
}

/** What the container with a component's own process has mounted, also for a container that looks after its files. */
export function containerMounts(component: Component, { volumeMounts }: ContainerReference) {
  return keyedList<IVolumeMount, "mountPath">(
    "mountPath",
    mountsOf(component.directories),
    ...component.mounts.map(mountOf),
    volumeMounts,
  );
}

/** A container in a file of its own, for pods that have many. */
export function containerHelper({ name, description }: Component, body: ContainerBody): ContainerBody {
  return fragment(
    helper<Omit<IContainer, "name">>({
      name: `container.${name}`,
      file: `${name}/_container`,
      comment: `The container of ${name}. ${description}`,
      body,
    }),
    {},
  );
}

/** The volumes of a component's directories; where it is a guest in the pods, for as long as it is there. */
function volumesOf({ directories, within, enabled }: Component): OwnEntries<IVolume, "name"> {
  return Object.fromEntries(
    Object.entries(directories).map(([name, { when: condition, volume }]): [string, Maybe<Omit<IVolume, "name">>] => [
      name,
      when<Omit<IVolume, "name">>(within ? and(enabled, condition) : condition, volume),
    ]),
  );
}

/** The mount of a part of a volume that several components share. */
function mountOf({ volume, at, part, readOnly, when: condition = always }: Mount): Computed<IVolumeMount> {
  const mount: Templated<IVolumeMount> = {
    mountPath: part ? string`${at}/${part}` : at,
    name: volume,
    ...(part && { subPath: part }),
    ...(readOnly && { readOnly }),
  };
  return computed<IVolumeMount>(`${at}(/.*)?`, when<IVolumeMount>(condition, mount));
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
