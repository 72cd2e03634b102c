import { kubernetes } from "../../../kubernetes/embedded.ts";
import { internetValues } from "../../../topology/external.ts";
import { nameResolutionValues } from "../../../topology/name-resolution.ts";
import { ingressControllerValues, prometheusValues } from "../../../topology/sources.ts";
import { boolean } from "../../../values/boolean.ts";
import { group } from "../../../values/group.ts";
import { list } from "../../../values/list.ts";

/** Whom the pod may talk to. Sources: reference arizuko.md, sections 2.4 and 6; arizuko-observed.md on timed. */
export const networkPolicy = group(
  "Network policies. Only proxyd lets anybody in; dashd and timed cannot be bound to the loopback address, and timed " +
    "believes whoever reaches it.",
  {
    enabled: boolean(
      "Whether there are network policies. Without them, timed must be kept from other pods otherwise.",
      {
        default: true,
      },
    ),
    ingressController: ingressControllerValues(),
    clients: list("Pods and addresses that may come to proxyd directly, as network policy peers.", {
      item: kubernetes("NetworkPolicyPeer", "A peer."),
    }),
    prometheus: prometheusValues(),
    dns: nameResolutionValues(),
    oauthProviders: internetValues("Where people sign in.", 443),
    platforms: internetValues("The platforms of the adapters.", 443),
    mail: internetValues("The mail servers.", 993, 587),
    media: internetValues("The server that writes down recordings.", 443),
    speech: internetValues("The server that speaks, where it is not in the pod.", 443),
    telemetry: internetValues("The OpenTelemetry collector.", 4318, 4317),
    agents: internetValues("What agents reach: the registry of their image, the model, the web.", 443, 80),
  },
);
