import { and, type Condition, not } from "../../../expressions/condition.ts";
import { toText } from "../../../expressions/text.ts";
import type { Document } from "../../../template/document.ts";
import { fragment, helper } from "../../../template/helper.ts";
import type { Maybe, Templated } from "../../../template/hole.ts";
import { mapping } from "../../../template/mapping.ts";
import { when } from "../../../template/when.ts";
import { httpRoute } from "../../../topology/http-route.ts";
import { ingress } from "../../../topology/ingress.ts";
import type { Exposure, Way } from "../../../topology/way.ts";
import { given } from "../values.ts";
import { chatHttp } from "./chat.ts";
import { onTeams, severalCores } from "./conditions.ts";
import { coreHttp } from "./core.ts";
import { gatewayHttp } from "./gateway.ts";

const { ingress: ingressValues, httpRoute: httpRouteValues, gateway, acceptUnauthenticated } = given;

/** Where Microsoft Teams sends messages. */
export const webhook = "/api/teams/messages";

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

const { nginx } = ingressValues;
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
    ingressValues.annotations,
  ),
});

const exposure: Exposure = { ways, targets: "the webhook of Microsoft Teams, and what people may reach" };

export const exposureDocuments: readonly Document[] = [
  ingress({
    ...exposure,
    comment: "The way in from outside: to the gateway, past it only for the webhook of Microsoft Teams.",
    values: ingressValues,
    annotations: fragment(ingressAnnotations, {}),
  }),
  httpRoute({
    ...exposure,
    comment: "The way in from outside by the Gateway API: to the gateway, past it only for Microsoft Teams.",
    values: httpRouteValues,
  }),
];
