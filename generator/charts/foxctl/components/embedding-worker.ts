import type { IProbe } from "kubernetes-models/v1";
import { equals, not } from "../../../expressions/condition.ts";
import type { Document } from "../../../template/document.ts";
import { when } from "../../../template/when.ts";
import { autoscaler } from "../../../topology/autoscaler.ts";
import { component } from "../../../topology/component.ts";
import { configMap, configuration } from "../../../topology/config-map.ts";
import { deployment } from "../../../topology/deployment.ts";
import { disruptionBudget } from "../../../topology/disruption-budget.ts";
import { mainContainer, settingsOf } from "../../../topology/pod.ts";
import { given } from "../values.ts";
import { foxctlAccount } from "./access.ts";
import { sharedState } from "./conditions.ts";
import { directories } from "./directories.ts";
import { containerEnvironment, environment } from "./environment.ts";
import { processConnections, retentionContainer, timing } from "./process.ts";

const { embeddingWorker: values, image } = given;

const config = configuration({
  suffix: "embedding-worker-config",
  file: "embedding-worker/config-map",
  component: "embedding-worker",
  enabled: values.enabled,
  sets: environment,
});

/** The embedding pipeline. Source: reference foxctl.md, section 1.2; seed 000, "Embedding worker". */
export const embeddingWorker = component({
  name: "embedding-worker",
  suffix: "embedding-worker",
  description: "The embedding pipeline, in pods of its own.",
  enabled: values.enabled,
  sharedConnections: processConnections,
  configuration: config,
  sharedEnvironment: containerEnvironment,
  directories,
});

const main = mainContainer(embeddingWorker, {
  values,
  image,
  body: {
    command: values.command,
    args: values.args,
    livenessProbe: when<IProbe>(equals(values.probe.mode, "exec"), {
      exec: { command: values.probe.command },
      ...timing(values.probe),
    }),
  },
});

const { autoscaling, disruptionBudget: budget } = values;

export const embeddingWorkerDocuments: readonly Document[] = [
  configMap(config),
  deployment(embeddingWorker, {
    ...settingsOf(values.pod),
    serviceAccount: foxctlAccount,
    replicas: when<number>(not(autoscaling.enabled), values.replicas),
    recreate: not(sharedState),
    containers: { worker: main, ...retentionContainer(embeddingWorker, values) },
  }),
  autoscaler(embeddingWorker, autoscaling),
  disruptionBudget(embeddingWorker, budget.enabled, { maxUnavailable: budget.maxUnavailable }),
];
