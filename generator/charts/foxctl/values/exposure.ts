import { dnsSubdomain, hostName, labelKey } from "../../../kubernetes/patterns.ts";
import { boolean } from "../../../values/boolean.ts";
import { group } from "../../../values/group.ts";
import { integer } from "../../../values/integer.ts";
import { list } from "../../../values/list.ts";
import { map } from "../../../values/map.ts";
import { text } from "../../../values/text.ts";

const hosts = list("Host names that it answers to; empty for every one.", {
  item: text("A host name.", { pattern: hostName, minLength: 1, maxLength: 253 }),
  unique: true,
  example: ["foxctl.example.com"],
});

/** Source: reference foxctl.md, section 1.3. */
export const ingress = group("An Ingress in front of the gateway, or of the web pod where that is accepted.", {
  enabled: boolean("Whether there is an Ingress.", { default: false }),
  className: text("Class of the Ingress; empty for the cluster's default.", { default: "nginx" }),
  hosts,
  tls: group("TLS at the Ingress.", {
    enabled: boolean("Whether it speaks TLS.", { default: false }),
    secretName: text("Secret with the certificate; empty for the controller's own.", { pattern: dnsSubdomain }),
  }),
  nginx: group("What ingress-nginx is told by annotations. Other controllers take no notice.", {
    enabled: boolean("Whether these annotations are set.", { default: true }),
    affinity: boolean("Keep a browser on one pod by a cookie.", { default: true }),
    cookieMaxAgeSeconds: integer("How long the cookie lives, in seconds.", { default: 3600, minimum: 1 }),
    readTimeoutSeconds: integer("How long WebSockets and event streams may be silent, in seconds.", {
      default: 3600,
      minimum: 1,
    }),
    connectTimeoutSeconds: integer("How long connecting to a pod may take, in seconds.", { default: 60, minimum: 1 }),
  }),
  annotations: map("Further annotations.", { key: labelKey, item: text("The annotation's value.") }),
});

/** The Gateway API's answer to an Ingress. */
export const httpRoute = group("An HTTPRoute (Gateway API) in front of the gateway, or of the web pod if accepted.", {
  enabled: boolean("Whether there is an HTTPRoute.", { default: false }),
  hosts,
  parentRefs: map("Gateways that it belongs to, by name.", {
    key: dnsSubdomain,
    item: group("Which of the Gateway's listeners.", {
      namespace: text("Namespace of the Gateway; empty for the release's.", { pattern: dnsSubdomain }),
      sectionName: text("Listener; empty for all.", { pattern: dnsSubdomain }),
    }),
    example: { public: { namespace: "gateways" } },
  }),
  requestTimeout: text("How long a request may take; 0s for as long as it wants, as event streams need.", {
    default: "0s",
    pattern: "[0-9]+(ms|s|m|h)",
    minLength: 2,
  }),
  annotations: map("Annotations.", { key: labelKey, item: text("The annotation's value.") }),
});
