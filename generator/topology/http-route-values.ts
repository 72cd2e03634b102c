import type { Reference } from "../expressions/reference.ts";
import { longestName } from "../kubernetes/names.ts";
import { dnsSubdomain, gatewayDuration, labelKey, namespaceName } from "../kubernetes/patterns.ts";
import { boolean } from "../values/boolean.ts";
import { group } from "../values/group.ts";
import { map } from "../values/map.ts";
import { text } from "../values/text.ts";
import type { HostNames } from "./host-names.ts";

/** Declares an HTTPRoute, the Gateway API's answer to an Ingress. */
export function httpRouteValues(description: string, hosts: HostNames) {
  return group(description, {
    enabled: boolean("Whether there is an HTTPRoute.", { default: false }),
    hosts,
    parentRefs: map("Gateways that it belongs to, by name.", {
      key: dnsSubdomain,
      item: group("Which of the Gateway's listeners.", {
        namespace: text("Namespace of the Gateway; empty for the release's.", {
          pattern: namespaceName,
          maxLength: longestName,
        }),
        sectionName: text("Listener; empty for all.", { pattern: dnsSubdomain }),
      }),
      example: { public: { namespace: "gateways" } },
    }),
    requestTimeout: text("How long a request may take; 0s for as long as it wants, as event streams need.", {
      default: "0s",
      pattern: gatewayDuration,
    }),
    annotations: map("Annotations.", { key: labelKey, item: text("The annotation's value.") }),
  });
}

export type HttpRouteReference = Reference<ReturnType<typeof httpRouteValues>>;
