import { containerValues } from "../../../kubernetes/container-values.ts";
import { podValues } from "../../../kubernetes/pod-values.ts";
import { autoscalingValues } from "../../../topology/autoscaler.ts";
import { boolean } from "../../../values/boolean.ts";
import { children } from "../../../values/children.ts";
import { group } from "../../../values/group.ts";
import { intOrPercent } from "../../../values/int-or-percent.ts";
import { integer } from "../../../values/integer.ts";
import { list } from "../../../values/list.ts";
import { oneOf } from "../../../values/one-of.ts";
import { text } from "../../../values/text.ts";
import { commandValue, timingValues } from "./probes.ts";

/** The embedding pipeline in pods of its own. Source: reference foxctl.md, sections 1.2 and 1.4. */
export const embeddingWorker = group(
  "The embedding pipeline in pods of its own. Today's public source of foxctl has no such command.",
  children(
    {
      enabled: boolean("Whether it runs.", { default: false }),
      replicas: integer("How many pods.", { default: 2, minimum: 0 }),
      command: commandValue("Command.", ["foxctl", "worker", "embeddings"]),
      args: list("Arguments.", {
        item: text("An argument."),
        default: ["--concurrency=5", "--batch-size=100", "--idle-timeout=60s"],
      }),
      probe: group("How Kubernetes asks whether it must be restarted.", {
        mode: oneOf("By the command below, or not at all.", { options: ["exec", "off"], default: "exec" }),
        command: commandValue("Command in mode exec.", ["foxctl", "health"]),
        ...timingValues({ initialDelaySeconds: 10, periodSeconds: 60, timeoutSeconds: 5, failureThreshold: 3 }),
      }),
      autoscaling: autoscalingValues({
        minReplicas: 1,
        maxReplicas: 5,
        cpu: 80,
        memory: 0,
        behavior: {
          scaleDown: { stabilizationWindowSeconds: 600, policies: [{ type: "Pods", value: 1, periodSeconds: 300 }] },
          scaleUp: { stabilizationWindowSeconds: 60, policies: [{ type: "Pods", value: 2, periodSeconds: 60 }] },
        },
      }),
      disruptionBudget: group("How many pods a node drain may take at once.", {
        enabled: boolean("Whether there is a PodDisruptionBudget.", { default: true }),
        maxUnavailable: intOrPercent("The most pods, as a number or share.", { default: "50%" }),
      }),
    },
    { ...containerValues(["200m", "512Mi", "128Mi"], ["1000m", "2Gi", "2Gi"]), pod: podValues(120) },
  ),
);
