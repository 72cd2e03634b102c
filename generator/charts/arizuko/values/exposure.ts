import { hostNames } from "../../../topology/host-names.ts";
import { httpRouteValues } from "../../../topology/http-route-values.ts";
import { ingressValues } from "../../../topology/ingress-values.ts";
import { serviceValues } from "../../../topology/service-values.ts";
import { boolean } from "../../../values/boolean.ts";
import { children } from "../../../values/children.ts";
import { group } from "../../../values/group.ts";
import { integer } from "../../../values/integer.ts";
import { list } from "../../../values/list.ts";
import { oneOf } from "../../../values/one-of.ts";
import { text } from "../../../values/text.ts";

const hosts = hostNames("demo.example.com");

const common = serviceValues();

/** Source: seed 003, step 5. */
export const service = group(
  "The Service in front of proxyd, on port 80.",
  children(common.children, {
    externalTrafficPolicy: oneOf("Whether proxyd sees who connects (Local), where the Service is not ClusterIP.", {
      options: ["Cluster", "Local"],
      default: "Cluster",
    }),
    loadBalancerClass: text("Class of the load balancer; empty for the cluster's default."),
    loadBalancerSourceRanges: list("Networks that the load balancer lets in; empty for all.", {
      item: text("A network.", { pattern: "[0-9a-fA-F.:]+/[0-9]+", minLength: 3 }),
      unique: true,
    }),
  }),
);

/** Source: reference arizuko.md, section 4.5. */
export const ingress = ingressValues("An Ingress in front of proxyd. TLS ends here: no daemon speaks it.", {
  className: "",
  hosts,
  own: {
    nginx: group("What ingress-nginx is told by annotations. Other controllers take no notice.", {
      enabled: boolean("Whether these annotations are set.", { default: true }),
      bodySize: text("The largest request: pictures have up to 20 MiB, files by WebDAV any size.", {
        default: "64m",
        pattern: "[0-9]+[kmg]?",
      }),
      readTimeoutSeconds: integer("How long event streams may be silent, in seconds.", { default: 3600, minimum: 1 }),
    }),
  },
});

export const httpRoute = httpRouteValues("An HTTPRoute (Gateway API) in front of proxyd.", hosts);
