import type { IEnvVar, IVolume } from "kubernetes-models/v1";
import type { Condition } from "../expressions/condition.ts";
import type { Expression } from "../expressions/expression.ts";
import type { Document } from "../template/document.ts";
import type { Maybe, Templated } from "../template/hole.ts";
import type { OwnEntries } from "../template/keyed-list.ts";
import { callerOf, type Place } from "../values/place.ts";
import type { Configuration } from "./config-map.ts";
import type { Admission, Connection, SharedConnections } from "./connection.ts";
import type { SecretUse, SecretVariable } from "./secret-source.ts";
import type { SharedEnvironment } from "./shared-environment.ts";

/** A port that a component's process listens on. */
export interface Listener {
  readonly port: number;
  /** The port of the Service in front of it; without it, the same. */
  readonly service?: number;
  /** How many there are from this one on, where the process can be there several times; without it, one. */
  readonly ports?: number;
  /** Whether it is bound to the loopback address, where only processes of the same pod reach it. */
  readonly loopback?: boolean;
}

/** A directory that a component's process uses: a volume, and where it is mounted. */
export interface Directory {
  readonly path: string;
  readonly volume: Templated<Omit<IVolume, "name">>;
  readonly readOnly?: boolean;
  readonly when: Condition;
}

/** A volume that components in one pod share, at the same path in all of them, or a part of it. */
export interface Mount {
  /** The volume's name. */
  readonly volume: string;
  /** Where the whole volume is mounted, or would be. */
  readonly at: string;
  /** The path within; without it, the whole volume. */
  readonly part?: Expression<string>;
  readonly readOnly?: boolean;
  /** When it is mounted; without it, always. */
  readonly when?: Condition;
}

/**
 * A part of the system: a process. What it listens on, whom it talks to and what it reads is said here once; Services,
 * network policies, ConfigMaps, checksums, mounts and documents follow from it.
 */
export interface Component {
  /** The value of the label app.kubernetes.io/component. */
  readonly name: string;
  /** What its object names end with; empty for the component that the release is named after. */
  readonly suffix: string;
  /** One sentence for templates and README. */
  readonly description: string;
  /** When it is part of the release. */
  readonly enabled: Condition;
  /** The component in whose pods it runs, beside others; without it, in pods of its own. */
  readonly within?: Component;
  /** By port name. */
  readonly listeners: Readonly<Record<string, Listener>>;
  readonly connections: readonly Connection[];
  /** Those of its connections that other components have too. */
  readonly sharedConnections?: SharedConnections;
  readonly admissions: readonly Admission[];
  /** The ConfigMap with its plain environment variables. */
  readonly configuration?: Configuration;
  /** The environment variables that stand in the containers of other components too. */
  readonly sharedEnvironment?: SharedEnvironment;
  /** Those of its own that stand in the container itself, by name. */
  readonly variables: OwnEntries<IEnvVar, "name">;
  /** The environment variables from Secrets, by name. */
  readonly secrets: Readonly<Record<string, SecretVariable>>;
  /** By volume name. */
  readonly directories: Readonly<Record<string, Directory>>;
  /** Parts of volumes that it shares with others in its pods. */
  readonly mounts: readonly Mount[];
  /** Further volumes, by name, for containers beside the component's own process. */
  readonly volumes: Readonly<Record<string, Templated<Omit<IVolume, "name">> | Maybe<Omit<IVolume, "name">>>>;
  /** What those containers read of Secrets, as variables or as files. */
  readonly furtherSecrets: readonly SecretUse[];
  readonly place: Place;
}

/** Connections are those beside the shared ones. */
export type ComponentOptions = Pick<Component, "name" | "suffix" | "description" | "enabled"> &
  Partial<Omit<Component, "place">>;

/** Describes a component. */
export function component(options: ComponentOptions): Component {
  const { sharedConnections, connections = [] } = options;
  return {
    listeners: {},
    admissions: [],
    variables: {},
    secrets: {},
    directories: {},
    mounts: [],
    volumes: {},
    furtherSecrets: [],
    ...options,
    connections: [...(sharedConnections?.connections ?? []), ...connections],
    place: callerOf(component),
  };
}

/** All environment variables that come from Secrets. */
export function secretVariablesOf({ sharedEnvironment, secrets }: Component): readonly [string, SecretVariable][] {
  return [...Object.entries(sharedEnvironment?.secrets ?? {}), ...Object.entries(secrets)];
}

/** All others that stand in the container itself. */
export function variablesOf({ sharedEnvironment, variables }: Component): readonly [string, unknown][] {
  return [...Object.entries(sharedEnvironment?.variables ?? {}), ...Object.entries(variables)];
}

/** The component whose pods a component runs in. */
export function podOf(component: Component): Component {
  return component.within ?? component;
}

/** An object of a component, which is there where the component is, or where a condition of its own says. */
export function componentDocument(
  component: Component,
  options: Pick<Document, "file" | "comment" | "body"> & Partial<Pick<Document, "condition">>,
): Document {
  const { name, enabled, place } = component;
  return { condition: enabled, bindings: [], ...options, file: `${name}/${options.file}`, place };
}
