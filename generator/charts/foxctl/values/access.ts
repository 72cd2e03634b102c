import { dnsSubdomain, labelKey } from "../../../kubernetes/patterns.ts";
import { boolean } from "../../../values/boolean.ts";
import { group } from "../../../values/group.ts";
import { map } from "../../../values/map.ts";
import { text } from "../../../values/text.ts";

/** Source: reference foxctl.md, section 1.6. */
export const serviceAccount = group("The account that foxctl's pods run as.", {
  create: boolean("Whether the chart makes it.", { default: true }),
  name: text("Its name; empty for the release's, or for `default` where the chart makes none.", {
    pattern: dnsSubdomain,
  }),
  automountToken: boolean("Whether pods get the account's token, with which they may use what rbac gives them.", {
    default: false,
  }),
  annotations: map("Annotations, such as the cloud role of its pods.", {
    key: labelKey,
    item: text("The annotation's value."),
    example: { "eks.amazonaws.com/role-arn": "arn:aws:iam::123456789012:role/foxctl" },
  }),
});

/** Source: reference foxctl.md, section 1.6. */
export const rbac = group("Rights in the cluster. foxctl is not known to use the Kubernetes API.", {
  create: boolean("Whether the account may read ConfigMaps, pods and foxctl's own Secrets.", { default: false }),
});
