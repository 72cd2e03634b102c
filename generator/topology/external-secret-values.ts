import type { Reference } from "../expressions/reference.ts";
import { dnsSubdomain, duration } from "../kubernetes/patterns.ts";
import { boolean } from "../values/boolean.ts";
import { children } from "../values/children.ts";
import { type Children, group } from "../values/group.ts";
import { oneOf } from "../values/one-of.ts";
import { text } from "../values/text.ts";

/**
 * Declares External Secrets in place of Secrets that Helm writes.
 * @param ownOfStore what the chart lets its users set about the store beyond its kind and name
 */
export function externalSecretsValues<const C extends Children>(ownOfStore: C) {
  const store = {
    kind: oneOf("Its kind.", { options: ["SecretStore", "ClusterSecretStore"], default: "SecretStore" }),
    name: text("Its name.", { default: "secret-store", pattern: dnsSubdomain, minLength: 1 }),
  };
  return group("Secrets fetched by the External Secrets operator, for those with a remoteKey.", {
    enabled: boolean("Whether External Secrets makes the Secrets.", { default: false }),
    apiVersion: oneOf("Version of the operator's API.", { options: ["v1", "v1beta1"], default: "v1" }),
    store: group("The store to read from.", children(store, ownOfStore)),
    refreshInterval: text("How often Secrets are read again.", { default: "1h", pattern: duration }),
  });
}

/** References to the values of External Secrets, whatever a chart adds to the store. */
export type ExternalSecretsReference = Reference<
  ReturnType<typeof externalSecretsValues<Readonly<Record<never, never>>>>
>;
