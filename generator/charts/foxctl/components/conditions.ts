import { and, atLeast, type Condition, equals, not, or } from "../../../expressions/condition.ts";
import { given } from "../values.ts";

const { storage, core, chat, embeddingWorker, maintenance, workspace, gateway, ingress, httpRoute } = given;

export const onPostgres = equals(storage.driver, "postgres");
export const onTurso = equals(storage.driver, "turso");
export const onS3 = equals(storage.cas.driver, "s3");
export const onOwnDatabase = equals(gateway.database, "own");
export const onSharedDatabase = equals(gateway.database, "shared");

/** Whether several pods see the same state. */
export const sharedState = and(not(equals(storage.driver, "sqlite")), onS3);

/** Whether the web pod has replicas. */
export const severalCores = or(core.autoscaling.enabled, atLeast(core.replicas, 2));

const anyChat = not(equals(chat.adapter, "none"));

/** One bot has one client: beside several web pods the adapter runs in a pod of its own. */
export const chatApart = and(anyChat, severalCores);
export const chatInCore = and(anyChat, not(severalCores));
export const onDiscord = equals(chat.adapter, "discord");
export const onTelegram = equals(chat.adapter, "telegram");
export const onTeams = equals(chat.adapter, "teams");

const jobs = [maintenance.pagerank, maintenance.casGc, maintenance.sessionCleanup];

/** Each way in which a second pod opens the stores, with the value that makes it so. */
export const secondPods: readonly (readonly [value: string, condition: Condition])[] = [
  ["core.replicas above 1", atLeast(core.replicas, 2)],
  ["core.autoscaling.enabled", core.autoscaling.enabled],
  [
    "embeddingWorker.enabled",
    and(embeddingWorker.enabled, or(embeddingWorker.autoscaling.enabled, atLeast(embeddingWorker.replicas, 1))),
  ],
  ["a job of maintenance", or(...jobs.map((job) => and(job.enabled, not(job.suspend))))],
  ["workspace.enabled", workspace.enabled],
];

/** Whether more than one pod opens the stores. */
export const secondPod = or(...secondPods.map(([, condition]) => condition));

/** Whether something outside of the cluster is told the way in. */
export const exposed = or(ingress.enabled, httpRoute.enabled);

/** Whether that way leads to the web pod without the gateway. */
export const coreExposed = and(exposed, given.acceptUnauthenticated, not(gateway.enabled));

/** Whether Microsoft Teams is let through to its webhook. */
export const webhookExposed = and(exposed, onTeams);
