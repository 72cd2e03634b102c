import type { IPodSecurityContext, ISecurityContext } from "kubernetes-models/v1";
import type { Expression } from "../expressions/expression.ts";
import { omit } from "../expressions/text.ts";
import { fragment, type HelperOptions, parametricHelper } from "../template/helper.ts";
import type { Hole } from "../template/hole.ts";
import { when } from "../template/when.ts";
import { common } from "./common-values.ts";
import { kubernetes } from "./embedded.ts";

const podSecurityHelper = parametricHelper(
  { context: kubernetes("PodSecurityContext", "Security settings of pods.") },
  ({ context }): HelperOptions<IPodSecurityContext> => ({
    name: "podSecurityContext",
    comment: "Security settings of pods; on OpenShift without the ids that the platform chooses.",
    body: when<IPodSecurityContext>(
      common.openshift,
      omit<IPodSecurityContext>(context, "runAsUser", "runAsGroup", "fsGroup"),
      context,
    ),
  }),
);

const securityHelper = parametricHelper(
  { context: kubernetes("SecurityContext", "Security settings of containers.") },
  ({ context }): HelperOptions<ISecurityContext> => ({
    name: "securityContext",
    comment: "Security settings of containers; on OpenShift without the ids that the platform chooses.",
    body: when<ISecurityContext>(common.openshift, omit<ISecurityContext>(context, "runAsUser", "runAsGroup"), context),
  }),
);

/** Security settings of pods. */
export function podSecurityContext(context: Expression<IPodSecurityContext>): Hole<IPodSecurityContext> {
  return fragment(podSecurityHelper, { context });
}

/** Security settings of containers. */
export function securityContext(context: Expression<ISecurityContext>): Hole<ISecurityContext> {
  return fragment(securityHelper, { context });
}
