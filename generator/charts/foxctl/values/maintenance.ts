import { processValues } from "../../../kubernetes/container-values.ts";
import { podValues } from "../../../kubernetes/pod-values.ts";
import { type Amount, resourceValues } from "../../../kubernetes/resources.ts";
import { boolean } from "../../../values/boolean.ts";
import { group } from "../../../values/group.ts";
import { integer } from "../../../values/integer.ts";
import { text } from "../../../values/text.ts";
import { commandValue } from "./probes.ts";

interface JobDefaults {
  readonly schedule: string;
  /** How long one run may take, in seconds. */
  readonly deadline: number;
  readonly command: readonly string[];
  readonly requests: Amount;
  readonly limits: Amount;
}

/** Five fields, or a macro such as @daily. */
const schedulePattern = "(@(yearly|annually|monthly|weekly|daily|midnight|hourly)|\\S+(\\s+\\S+){4})";

function job(description: string, { schedule, deadline, command, requests, limits }: JobDefaults) {
  return group(description, {
    enabled: boolean("Whether it is there.", { default: false }),
    schedule: text("When it runs, as a cron expression.", {
      default: schedule,
      pattern: schedulePattern,
      minLength: 1,
    }),
    timeZone: text("Time zone of the schedule; empty for the cluster's own.", { example: "Europe/Paris" }),
    suspend: boolean("Keep it, but start no runs.", { default: false }),
    command: commandValue("Command and arguments.", command),
    startingDeadlineSeconds: integer("How late a run may start, in seconds.", { default: 300, minimum: 10 }),
    activeDeadlineSeconds: integer("How long a run may take, in seconds.", { default: deadline, minimum: 1 }),
    backoffLimit: integer("How often a failed run is tried again.", { default: 2, minimum: 0 }),
    successfulJobsHistoryLimit: integer("How many finished runs are kept to look at.", { default: 3, minimum: 0 }),
    failedJobsHistoryLimit: integer("How many failed runs are kept to look at.", { default: 3, minimum: 0 }),
    resources: resourceValues(requests, limits),
  });
}

/** Maintenance at certain times. Source: reference foxctl.md, section 1.5. */
export const maintenance = group(
  "Maintenance at certain times. Commands are those of the overlays: see foxctl-current.",
  {
    ...processValues(),
    pod: podValues(30),
    pagerank: job("Ranks memories anew.", {
      schedule: "0 * * * *",
      deadline: 600,
      command: ["foxctl", "overseer", "rerank"],
      requests: ["100m", "128Mi", "64Mi"],
      limits: ["500m", "512Mi", "2Gi"],
    }),
    casGc: job("Deletes artifacts that nothing refers to any more.", {
      schedule: "0 3 * * *",
      deadline: 1800,
      command: ["foxctl", "cas", "gc", "--max-age=168h", "--dry-run=false"],
      requests: ["100m", "256Mi", "64Mi"],
      limits: ["500m", "1Gi", "2Gi"],
    }),
    sessionCleanup: job("Deletes old sessions.", {
      schedule: "30 4 * * 0",
      deadline: 900,
      command: ["foxctl", "sessions", "cleanup", "--older-than=720h", "--status=ok,error,canceled"],
      requests: ["50m", "128Mi", "64Mi"],
      limits: ["200m", "256Mi", "2Gi"],
    }),
  },
);
