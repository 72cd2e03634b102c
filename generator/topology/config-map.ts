import type { IConfigMap, IEnvVar } from "kubernetes-models/v1";
import type { Condition } from "../expressions/condition.ts";
import type { Expression } from "../expressions/expression.ts";
import { digest } from "../expressions/text.ts";
import { labels } from "../kubernetes/labels.ts";
import { objectName } from "../kubernetes/names.ts";
import type { Document } from "../template/document.ts";
import { fragment, type HelperOf, helper, printed } from "../template/helper.ts";
import type { Hole, Templated } from "../template/hole.ts";
import { callerOf, type Place } from "../values/place.ts";
import { type VariableSet, variablesData } from "./variables.ts";

type Data = { [key: string]: string };

/** A ConfigMap with the environment of one component or of several that are configured alike. */
export interface Configuration {
  /** What its name ends with. */
  readonly suffix: string;
  /** Below `templates/`, without extension. */
  readonly file: string;
  readonly component: string;
  readonly enabled: Condition;
  readonly sets: readonly VariableSet[];
  /** Prints the data, for the object and for the checksum in the pods that read it. */
  readonly helper: HelperOf<Data, Readonly<Record<never, never>>>;
  readonly place: Place;
}

export function configuration(options: Omit<Configuration, "helper" | "place">): Configuration {
  const data: Hole<Data> = variablesData(options.sets);
  return {
    ...options,
    helper: helper({
      name: `config.${options.component}`,
      comment: `The environment of ${options.component}, for its ConfigMap and for the checksum in its pods.`,
      body: data,
    }),
    place: callerOf(configuration),
  };
}

/** The name of a ConfigMap. */
export function configurationName({ suffix }: Configuration): Expression<string> {
  return objectName(suffix);
}

/** Changes with the data, and with nothing else. */
export function configurationChecksum({ helper: data }: Configuration): Expression<string> {
  return digest(printed(data, {}));
}

/** A variable of the ConfigMap, for a container that takes over no others. @throws Error when it has none of that name */
export function fromConfiguration(configuration: Configuration, name: string): Templated<Omit<IEnvVar, "name">> {
  if (!configuration.sets.some(({ entries }) => name in entries))
    throw new Error(`the ConfigMap of ${configuration.component} has no variable ${name}`);
  return { valueFrom: { configMapKeyRef: { name: configurationName(configuration), key: name } } };
}

export function configMap(configuration: Configuration): Document {
  const body: Templated<IConfigMap> = {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: configurationName(configuration), labels: labels(configuration.component) },
    data: fragment(configuration.helper, {}),
  };
  return {
    file: configuration.file,
    comment: `The environment of ${configuration.component}, save what is secret.`,
    condition: configuration.enabled,
    bindings: [],
    body,
    place: configuration.place,
  };
}
