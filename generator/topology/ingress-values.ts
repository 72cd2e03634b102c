import type { Reference } from "../expressions/reference.ts";
import { dnsSubdomain, labelKey } from "../kubernetes/patterns.ts";
import { boolean } from "../values/boolean.ts";
import { children } from "../values/children.ts";
import { type Children, group } from "../values/group.ts";
import { map } from "../values/map.ts";
import { text } from "../values/text.ts";
import type { HostNames } from "./host-names.ts";

export interface IngressDefaults<C extends Children> {
  /** The class of Ingress unless the user says otherwise; empty for the cluster's default. */
  readonly className: string;
  readonly hosts: HostNames;
  /** What the chart lets its users set beyond that, such as what it tells one kind of controller. */
  readonly own: C;
}

/** Declares an Ingress. */
export function ingressValues<const C extends Children>(
  description: string,
  { className, hosts, own }: IngressDefaults<C>,
) {
  const common = {
    enabled: boolean("Whether there is an Ingress.", { default: false }),
    className: text("Class of the Ingress; empty for the cluster's default.", { default: className }),
    hosts,
    tls: group("TLS at the Ingress.", {
      enabled: boolean("Whether it speaks TLS.", { default: false }),
      secretName: text("Secret with the certificate; empty for the controller's own.", { pattern: dnsSubdomain }),
    }),
  };
  const annotations = map("Further annotations.", { key: labelKey, item: text("The annotation's value.") });
  return group(description, children(children(common, own), { annotations }));
}

/** References to the values of an Ingress, whatever a chart adds to them. */
export type IngressReference = Reference<ReturnType<typeof ingressValues<Readonly<Record<never, never>>>>>;
