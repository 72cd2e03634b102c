import type { IHostAlias, IPodSpec } from "kubernetes-models/v1";
import { each, entriesOf } from "../template/each.ts";
import { fragment, type HelperOptions, parametricHelper } from "../template/helper.ts";
import type { Hole } from "../template/hole.ts";
import { whenSet } from "../template/when.ts";
import { common } from "./common-values.ts";
import { onePodValues, type PodReference } from "./pod-values.ts";
import { podSecurityContext } from "./security-context.ts";

/** What pods of all components have from their settings alone. */
export type PodSettings = Pick<
  IPodSpec,
  | "imagePullSecrets"
  | "priorityClassName"
  | "runtimeClassName"
  | "dnsPolicy"
  | "dnsConfig"
  | "hostAliases"
  | "nodeSelector"
  | "tolerations"
  | "securityContext"
>;

const podSettingsHelper = parametricHelper({ pod: onePodValues() }, ({ pod }): HelperOptions<PodSettings> => {
  const alias = entriesOf(pod.hostAliases, "alias");
  return {
    name: "podSettings",
    comment: "What pods have from their settings alone, whatever runs in them.",
    body: {
      imagePullSecrets: common.global.imagePullSecrets,
      priorityClassName: whenSet(pod.priorityClassName),
      runtimeClassName: whenSet(pod.runtimeClassName),
      dnsPolicy: pod.dnsPolicy,
      dnsConfig: pod.dnsConfig,
      hostAliases: [each<IHostAlias>(alias, { ip: alias.key, hostnames: alias.value })],
      nodeSelector: pod.nodeSelector,
      tolerations: pod.tolerations,
      securityContext: podSecurityContext(pod.securityContext),
    },
  };
});

/** What pods have from their settings alone. */
export function podSettings(pod: PodReference): Hole<PodSettings> {
  return fragment(podSettingsHelper, { pod });
}
