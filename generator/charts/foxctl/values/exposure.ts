import { hostNames } from "../../../topology/host-names.ts";
import { httpRouteValues } from "../../../topology/http-route-values.ts";
import { ingressValues } from "../../../topology/ingress-values.ts";
import { boolean } from "../../../values/boolean.ts";
import { group } from "../../../values/group.ts";
import { integer } from "../../../values/integer.ts";

const hosts = hostNames("foxctl.example.com");

/** Source: reference foxctl.md, section 1.3. */
export const ingress = ingressValues("An Ingress in front of the gateway, or of the web pod where that is accepted.", {
  className: "nginx",
  hosts,
  own: {
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
  },
});

/** The Gateway API's answer to an Ingress. */
export const httpRoute = httpRouteValues(
  "An HTTPRoute (Gateway API) in front of the gateway, or of the web pod if accepted.",
  hosts,
);
