import { binding } from "../../../expressions/binding.ts";
import type { Condition } from "../../../expressions/condition.ts";
import type { Expression } from "../../../expressions/expression.ts";
import { choose, product, sum } from "../../../expressions/number.ts";
import { given } from "../values.ts";
import { chatApart } from "./conditions.ts";

const { core, embeddingWorker, maintenance, workspace, storage } = given;

/** Pools of connections in each process: one for each of the stores, and one for the turn lock (reference foxctl.md, 3.5). */
export const poolsOfProcess = 16;

interface Scaled {
  readonly replicas: Expression<number>;
  readonly autoscaling: { readonly enabled: Condition; readonly maxReplicas: Expression<number> };
}

const most = ({ replicas, autoscaling }: Scaled) => choose(autoscaling.enabled, autoscaling.maxReplicas, replicas);
const one = (condition: Condition) => choose(condition, 1, 0);

const webPods = binding("webPods", most(core));
const workerPods = binding("workerPods", most(embeddingWorker));
const others = binding(
  "otherPods",
  sum(
    one(chatApart),
    one(workspace.enabled),
    ...[maintenance.pagerank, maintenance.casGc, maintenance.sessionCleanup].map((job) => one(job.enabled)),
  ),
);
const pods = binding(
  "storePods",
  sum(webPods.reference, choose(embeddingWorker.enabled, workerPods.reference, 0), others.reference),
);
const connections = binding("connections", product(poolsOfProcess, storage.postgres.maxConnections, pods.reference));

/** In the order in which they refer to each other. */
export const connectionBindings = [webPods, workerPods, others, pods, connections] as const;

/** How many pods open the stores at once, while no update brings further ones. */
export const mostPods = pods.reference;

/** How many connections to PostgreSQL they may open. */
export const mostConnections = connections.reference;
