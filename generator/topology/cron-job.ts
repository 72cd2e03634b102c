import type { ICronJob } from "kubernetes-models/batch/v1";
import type { Expression } from "../expressions/expression.ts";
import { labels } from "../kubernetes/labels.ts";
import { objectName } from "../kubernetes/names.ts";
import type { Document } from "../template/document.ts";
import type { Templated } from "../template/hole.ts";
import { whenSet } from "../template/when.ts";
import { type Component, componentDocument } from "./component.ts";
import { type PodOptions, podTemplate } from "./pod.ts";

export interface CronJobOptions extends Omit<PodOptions, "restartPolicy"> {
  readonly schedule: Expression<string>;
  readonly timeZone: Expression<string>;
  readonly suspend: Expression<boolean>;
  readonly startingDeadlineSeconds: Expression<number>;
  readonly activeDeadlineSeconds: Expression<number>;
  readonly backoffLimit: Expression<number>;
  readonly successfulJobsHistoryLimit: Expression<number>;
  readonly failedJobsHistoryLimit: Expression<number>;
}

/** A component that runs at certain times and ends. */
export function cronJob(component: Component, options: CronJobOptions): Document {
  const { schedule, timeZone, suspend, startingDeadlineSeconds, activeDeadlineSeconds, backoffLimit, ...rest } =
    options;
  const { successfulJobsHistoryLimit, failedJobsHistoryLimit, ...pod } = rest;
  const body: Templated<ICronJob> = {
    apiVersion: "batch/v1",
    kind: "CronJob",
    metadata: { name: objectName(component.suffix), labels: labels(component.name) },
    spec: {
      schedule,
      timeZone: whenSet(timeZone),
      suspend,
      concurrencyPolicy: "Forbid",
      startingDeadlineSeconds,
      successfulJobsHistoryLimit,
      failedJobsHistoryLimit,
      jobTemplate: {
        spec: {
          activeDeadlineSeconds,
          backoffLimit,
          template: podTemplate(component, { ...pod, restartPolicy: "OnFailure" }),
        },
      },
    },
  };
  return componentDocument(component, {
    file: "cron-job",
    comment: component.description,
    body,
  });
}
