import { serviceAccountValues } from "../../../topology/service-account.ts";
import { boolean } from "../../../values/boolean.ts";
import { group } from "../../../values/group.ts";

/** Source: reference foxctl.md, section 1.6. */
export const serviceAccount = serviceAccountValues("foxctl", {
  automountToken: boolean("Whether pods get the account's token, with which they may use what rbac gives them.", {
    default: false,
  }),
});

/** Source: reference foxctl.md, section 1.6. */
export const rbac = group("Rights in the cluster. foxctl is not known to use the Kubernetes API.", {
  create: boolean("Whether the account may read ConfigMaps, pods and foxctl's own Secrets.", { default: false }),
});
