import { containerValues } from "../../../kubernetes/container-values.ts";
import { kubernetes } from "../../../kubernetes/embedded.ts";
import { podValues } from "../../../kubernetes/pod-values.ts";
import { autoscalingValues } from "../../../topology/autoscaler.ts";
import { serviceValues } from "../../../topology/service-values.ts";
import { boolean } from "../../../values/boolean.ts";
import { children } from "../../../values/children.ts";
import { group } from "../../../values/group.ts";
import { integer } from "../../../values/integer.ts";
import { list } from "../../../values/list.ts";
import { oneOf } from "../../../values/one-of.ts";
import { quantity } from "../../../values/quantity.ts";
import { text } from "../../../values/text.ts";
import { preStop, probes } from "./probes.ts";

/** The web pod: API, WebSockets, server-sent events. Source: reference foxctl.md, sections 1.1 and 1.4. */
export const core = group(
  "The web pod: API, WebSockets, server-sent events.",
  children(
    {
      replicas: integer("How many pods; several need shared storage.", { default: 1, minimum: 0 }),
      requireAuth: boolean("Take nobody without identity headers. They can be forged: the network is the boundary.", {
        default: false,
      }),
      extraArgs: list("Further arguments of `foxctl web serve`.", {
        item: text("An argument."),
        example: ["--ui-dir=/ui"],
      }),
      workspacePath: text("Root of the workspace (FOXCTL_WORKSPACE).", { pattern: "/.+" }),
      probes,
      preStop,
      cache: group("The volume that is home, cache and storage root.", {
        kind: oneOf("Lost with the pod (emptyDir), or on a claim that is kept on uninstall.", {
          options: ["emptyDir", "claim"],
          default: "emptyDir",
        }),
        size: quantity("Size of the claim.", { default: "5Gi" }),
        storageClassName: text("Storage class of the claim; empty for the cluster's default."),
        accessMode: oneOf("How many nodes or pods may use the claim at once.", {
          options: ["ReadWriteOnce", "ReadWriteOncePod", "ReadWriteMany"],
          default: "ReadWriteOnce",
        }),
        existingClaim: text("Name of a claim that exists already; the chart then makes none."),
      }),
      autoscaling: autoscalingValues({
        minReplicas: 2,
        maxReplicas: 10,
        cpu: 70,
        memory: 80,
        behavior: {
          scaleDown: {
            stabilizationWindowSeconds: 300,
            selectPolicy: "Min",
            policies: [
              { type: "Percent", value: 10, periodSeconds: 60 },
              { type: "Pods", value: 1, periodSeconds: 60 },
            ],
          },
          scaleUp: {
            stabilizationWindowSeconds: 0,
            selectPolicy: "Max",
            policies: [
              { type: "Percent", value: 100, periodSeconds: 15 },
              { type: "Pods", value: 4, periodSeconds: 15 },
            ],
          },
        },
      }),
      disruptionBudget: group("How many pods a node drain must leave.", {
        enabled: boolean("Whether there is a PodDisruptionBudget, where more pods than that run.", { default: true }),
        minAvailable: integer("The fewest pods.", { default: 1, minimum: 1 }),
      }),
      service: serviceValues(),
      clients: list("Pods and addresses that may talk to it directly, as network policy peers.", {
        item: kubernetes("NetworkPolicyPeer", "A peer."),
      }),
    },
    { ...containerValues(["100m", "256Mi", "128Mi"], ["500m", "1Gi", "2Gi"]), pod: podValues(60) },
  ),
);
