import { or } from "../../../expressions/condition.ts";
import type { Document } from "../../../template/document.ts";
import { type Component, component } from "../../../topology/component.ts";
import { configMap, configuration } from "../../../topology/config-map.ts";
import { cronJob } from "../../../topology/cron-job.ts";
import { mainContainer, settingsOf } from "../../../topology/pod.ts";
import { given } from "../values.ts";
import { foxctlAccount } from "./access.ts";
import { directories } from "./directories.ts";
import { containerEnvironment, environment } from "./environment.ts";
import { processConnections } from "./process.ts";

const { maintenance: values, image } = given;

/** The jobs are configured alike. */
const config = configuration({
  suffix: "maintenance-config",
  file: "maintenance/config-map",
  component: "maintenance",
  enabled: or(values.pagerank.enabled, values.casGc.enabled, values.sessionCleanup.enabled),
  sets: environment,
});

interface Job {
  readonly component: Component;
  readonly values: typeof values.pagerank;
}

const job = (name: string, description: string, jobValues: typeof values.pagerank): Job => ({
  values: jobValues,
  component: component({
    name,
    suffix: name,
    description,
    enabled: jobValues.enabled,
    sharedConnections: processConnections,
    configuration: config,
    sharedEnvironment: containerEnvironment,
    directories,
  }),
});

const casGcJob = job("cas-gc", "Deletes artifacts that nothing refers to any more, every night.", values.casGc);
export const casGc = casGcJob.component;

/** Source: reference foxctl.md, section 1.5. */
const jobs: readonly Job[] = [
  job("pagerank", "Ranks memories anew, every hour.", values.pagerank),
  casGcJob,
  job("session-cleanup", "Deletes old sessions, every week.", values.sessionCleanup),
];

export const maintenanceComponents: readonly Component[] = jobs.map((one) => one.component);

export const maintenanceDocuments: readonly Document[] = [
  configMap(config),
  ...jobs.map(({ component: described, values: jobValues }) =>
    cronJob(described, {
      ...jobValues,
      ...settingsOf(values.pod),
      serviceAccount: foxctlAccount,
      containers: {
        [described.name]: mainContainer(described, {
          values: { ...values, resources: jobValues.resources },
          image,
          body: { command: jobValues.command },
        }),
      },
    }),
  ),
];
