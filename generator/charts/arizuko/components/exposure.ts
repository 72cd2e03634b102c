import { always, and, equals, hasEntries, not } from "../../../expressions/condition.ts";
import { toText } from "../../../expressions/text.ts";
import type { Document } from "../../../template/document.ts";
import { mapping } from "../../../template/mapping.ts";
import { when, whenSet } from "../../../template/when.ts";
import { httpRoute } from "../../../topology/http-route.ts";
import { ingress } from "../../../topology/ingress.ts";
import { service } from "../../../topology/service.ts";
import type { Exposure } from "../../../topology/way.ts";
import { given } from "../values.ts";
import { proxyd, proxydHttp } from "./proxyd.ts";

const { service: serviceValues, ingress: ingressValues, httpRoute: routeValues } = given;

const exposure: Exposure = {
  ways: [{ path: "/", pathType: "Prefix", to: proxydHttp, when: always }],
  targets: "to proxyd",
};

const { nginx } = ingressValues;
const outward = not(equals(serviceValues.type, "ClusterIP"));
const balanced = equals(serviceValues.type, "LoadBalancer");

/** Pictures and files are large, and event streams last; buffers would hold them back. Source: arizuko.md, 4.5. */
const annotations = mapping(
  {
    "nginx.ingress.kubernetes.io/proxy-body-size": when<string>(nginx.enabled, nginx.bodySize),
    "nginx.ingress.kubernetes.io/proxy-read-timeout": when<string>(nginx.enabled, toText(nginx.readTimeoutSeconds)),
    "nginx.ingress.kubernetes.io/proxy-send-timeout": when<string>(nginx.enabled, toText(nginx.readTimeoutSeconds)),
    "nginx.ingress.kubernetes.io/proxy-buffering": when<string>(nginx.enabled, "off"),
    "nginx.ingress.kubernetes.io/proxy-request-buffering": when<string>(nginx.enabled, "off"),
  },
  ingressValues.annotations,
);

export const exposureDocuments: readonly Document[] = [
  service(proxyd, {
    type: serviceValues.type,
    annotations: mapping(serviceValues.annotations),
    spec: {
      // There is one pod: where an adapter in it is restarted again and again, the dashboard must still be reached.
      publishNotReadyAddresses: true,
      externalTrafficPolicy: when<"Cluster" | "Local">(outward, serviceValues.externalTrafficPolicy),
      loadBalancerClass: whenSet(serviceValues.loadBalancerClass, balanced),
      loadBalancerSourceRanges: when<string[]>(
        and(balanced, hasEntries(serviceValues.loadBalancerSourceRanges)),
        serviceValues.loadBalancerSourceRanges,
      ),
    },
  }),
  ingress({ ...exposure, comment: "The way in from outside: to proxyd.", values: ingressValues, annotations }),
  httpRoute({
    ...exposure,
    comment: "The way in from outside by the Gateway API: to proxyd.",
    values: routeValues,
  }),
];
