import type { IHTTPRoute } from "@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1";
import type { IHTTPIngressPath, IIngress, IIngressRule } from "kubernetes-models/networking.k8s.io/v1";
import { and, type Condition, hasEntries, not, or } from "../../../expressions/condition.ts";
import { toText } from "../../../expressions/text.ts";
import { labels } from "../../../kubernetes/labels.ts";
import { fullname, objectName } from "../../../kubernetes/names.ts";
import { type Document, document } from "../../../template/document.ts";
import { each, entriesOf, itemsOf } from "../../../template/each.ts";
import { fragment, helper } from "../../../template/helper.ts";
import type { Maybe, Templated } from "../../../template/hole.ts";
import { mapping } from "../../../template/mapping.ts";
import { when, whenSet } from "../../../template/when.ts";
import type { Endpoint } from "../../../topology/connection.ts";
import { portOf } from "../../../topology/service.ts";
import { given } from "../values.ts";
import { chatHttp } from "./chat.ts";
import { onTeams, severalCores } from "./conditions.ts";
import { coreHttp } from "./core.ts";
import { gatewayHttp } from "./gateway.ts";

const { ingress, httpRoute, gateway, acceptUnauthenticated } = given;

/** One way from outside to a component. */
interface Way {
  readonly path: string;
  readonly pathType: "Exact" | "Prefix";
  readonly to: Endpoint;
  readonly when: Condition;
}

const webhook = "/api/teams/messages";

/**
 * Where requests from outside may go. The gateway refuses the webhook, for want of a session, so it goes past it, and
 * the web pod has no login, so nothing else does unless the user accepts that (reference foxctl.md, 3.3 and 3.6).
 */
const ways: readonly Way[] = [
  { path: webhook, pathType: "Exact", to: chatHttp, when: and(onTeams, severalCores) },
  { path: webhook, pathType: "Exact", to: coreHttp, when: and(onTeams, not(severalCores)) },
  { path: "/", pathType: "Prefix", to: gatewayHttp, when: gateway.enabled },
  { path: "/", pathType: "Prefix", to: coreHttp, when: and(acceptUnauthenticated, not(gateway.enabled)) },
];

const somewhere = or(...ways.map((way) => way.when));

const ingressPaths = helper<IHTTPIngressPath[]>({
  name: "ingressPaths",
  comment: "Where the Ingress sends requests: the webhook of Microsoft Teams, and what people may reach.",
  body: ways.map(({ path, pathType, to, when: condition }) =>
    when<IHTTPIngressPath>(condition, {
      path,
      pathType,
      backend: { service: { name: objectName(to.component.suffix), port: { number: portOf(to) } } },
    }),
  ),
});

const host = itemsOf(ingress.hosts, "host");
const rules: Templated<IIngressRule[]> = when<IIngressRule[]>(
  hasEntries(ingress.hosts),
  [each<IIngressRule>(host, { host: host.value, http: { paths: fragment(ingressPaths, {}) } })],
  [{ http: { paths: fragment(ingressPaths, {}) } }],
);

const { nginx } = ingress;
const nginxPrefix = "nginx.ingress.kubernetes.io";
const onNginx = (value: Templated<string>, condition: Condition = nginx.enabled): Maybe<string> =>
  when<string>(condition, value);
const sticky = and(nginx.enabled, nginx.affinity);

/** Timeouts for WebSockets and event streams need no snippet, which ingress-nginx refuses by default. */
const ingressAnnotations = helper<{ [key: string]: string }>({
  name: "ingressAnnotations",
  comment: "What ingress-nginx is told: one pod for each browser, and patience with WebSockets and event streams.",
  body: mapping(
    {
      [`${nginxPrefix}/affinity`]: onNginx("cookie", sticky),
      [`${nginxPrefix}/session-cookie-name`]: onNginx("foxctl-affinity", sticky),
      [`${nginxPrefix}/session-cookie-hash`]: onNginx("sha1", sticky),
      [`${nginxPrefix}/session-cookie-max-age`]: onNginx(toText(nginx.cookieMaxAgeSeconds), sticky),
      [`${nginxPrefix}/proxy-read-timeout`]: onNginx(toText(nginx.readTimeoutSeconds)),
      [`${nginxPrefix}/proxy-send-timeout`]: onNginx(toText(nginx.readTimeoutSeconds)),
      [`${nginxPrefix}/proxy-connect-timeout`]: onNginx(toText(nginx.connectTimeoutSeconds)),
    },
    ingress.annotations,
  ),
});

const ingressBody: Templated<IIngress> = {
  apiVersion: "networking.k8s.io/v1",
  kind: "Ingress",
  metadata: {
    name: fullname,
    labels: labels(),
    annotations: fragment(ingressAnnotations, {}),
  },
  spec: {
    ingressClassName: whenSet(ingress.className),
    tls: when<NonNullable<NonNullable<IIngress["spec"]>["tls"]>>(ingress.tls.enabled, [
      { hosts: when<string[]>(hasEntries(ingress.hosts), ingress.hosts), secretName: ingress.tls.secretName },
    ]),
    rules,
  },
};

type RouteRule = NonNullable<NonNullable<IHTTPRoute["spec"]>["rules"]>[number];
type ParentRef = NonNullable<NonNullable<IHTTPRoute["spec"]>["parentRefs"]>[number];

const parent = entriesOf(httpRoute.parentRefs, "parent");
const routeRules = helper<RouteRule[]>({
  name: "routeRules",
  comment: "Where the HTTPRoute sends requests: the webhook of Microsoft Teams, and what people may reach.",
  body: ways.map(({ path, pathType, to, when: condition }) =>
    when<RouteRule>(condition, {
      matches: [{ path: { type: pathType === "Exact" ? "Exact" : "PathPrefix", value: path } }],
      backendRefs: [{ name: objectName(to.component.suffix), port: portOf(to) }],
      timeouts: { request: httpRoute.requestTimeout },
    }),
  ),
});

const routeBody: Templated<IHTTPRoute> = {
  apiVersion: "gateway.networking.k8s.io/v1",
  kind: "HTTPRoute",
  metadata: { name: fullname, labels: labels(), annotations: mapping(httpRoute.annotations) },
  spec: {
    parentRefs: [
      each<ParentRef>(parent, {
        name: parent.key,
        namespace: whenSet(parent.value.namespace),
        sectionName: whenSet(parent.value.sectionName),
      }),
    ],
    hostnames: httpRoute.hosts,
    rules: fragment(routeRules, {}),
  },
};

export const exposureDocuments: readonly Document[] = [
  document({
    file: "exposure/ingress",
    comment: "The way in from outside: to the gateway, past it only for the webhook of Microsoft Teams.",
    condition: and(ingress.enabled, somewhere),
    body: ingressBody,
  }),
  document({
    file: "exposure/http-route",
    comment: "The way in from outside by the Gateway API: to the gateway, past it only for Microsoft Teams.",
    condition: and(httpRoute.enabled, somewhere),
    body: routeBody,
  }),
];
