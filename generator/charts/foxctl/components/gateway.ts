import type { IProbe } from "kubernetes-models/v1";
import { always, and, equals, hasEntries, isSet, moreThan, not, or } from "../../../expressions/condition.ts";
import { join, toText } from "../../../expressions/text.ts";
import type { Document } from "../../../template/document.ts";
import { mapping } from "../../../template/mapping.ts";
import { when, whenSet } from "../../../template/when.ts";
import { component } from "../../../topology/component.ts";
import { configMap, configuration } from "../../../topology/config-map.ts";
import { deployment } from "../../../topology/deployment.ts";
import { disruptionBudget } from "../../../topology/disruption-budget.ts";
import { mainContainer, settingsOf } from "../../../topology/pod.ts";
import { fromSecret } from "../../../topology/secret-source.ts";
import { endpoint, service, urlOf } from "../../../topology/service.ts";
import { anybody } from "../../../topology/sources.ts";
import { variables } from "../../../topology/variables.ts";
import { given } from "../values.ts";
import { exposed, onOwnDatabase, onSharedDatabase } from "./conditions.ts";
import { coreHttp } from "./core.ts";
import { ingressController, mailServer, postgres } from "./outside.ts";
import { gatewaySecret, postgresSecret } from "./secrets.ts";

const { gateway: values } = given;
const { smtp } = values;

/** Listens where the image says so; its own default would be another port. */
const port = 8080;
const mailed = and(isSet(smtp.host), not(values.magicLinksLogOnly));

/** Source: reference foxctl.md, section 4.6. */
const config = configuration({
  suffix: "gui-auth-gateway-config",
  file: "gui-auth-gateway/config-map",
  component: "gui-auth-gateway",
  enabled: values.enabled,
  sets: [
    variables({
      PORT: String(port),
      BETTER_AUTH_URL: values.baseUrl,
      GUI_AUTH_UPSTREAM_URL: urlOf(coreHttp),
      GUI_AUTH_DIST_DIR: "/app/packages/gui-agent/dist",
      GUI_AUTH_ALLOWED_EMAILS: when<string>(hasEntries(values.allowedEmails), join(values.allowedEmails, ",")),
      GUI_AUTH_TRUSTED_ORIGINS: when<string>(hasEntries(values.trustedOrigins), join(values.trustedOrigins, ",")),
      GUI_AUTH_LOGIN_PATH: values.loginPath,
      GUI_AUTH_LOGOUT_PATH: values.logoutPath,
      GUI_AUTH_SQLITE_PATH: when<string>(equals(values.database, "sqlite"), "/tmp/gui-auth-gateway.sqlite"),
      GUI_AUTH_MAGIC_LINK_LOG_ONLY: toText(values.magicLinksLogOnly),
      GUI_AUTH_SMTP_HOST: whenSet(smtp.host),
      GUI_AUTH_SMTP_PORT: when<string>(isSet(smtp.host), toText(smtp.port)),
      GUI_AUTH_SMTP_SECURE: when<string>(isSet(smtp.host), toText(smtp.secure)),
      GUI_AUTH_SMTP_FROM: whenSet(smtp.from),
      GUI_AUTH_SMTP_REPLY_TO: whenSet(smtp.replyTo),
    }),
  ],
});

/** The gateway that people sign in at. Source: reference foxctl.md, sections 2.3 and 3.6. */
export const gateway = component({
  name: "gui-auth-gateway",
  suffix: "gui-auth-gateway",
  description: "The gateway that people sign in at, in front of the web pod.",
  enabled: values.enabled,
  listeners: { http: { port } },
  connections: [
    { to: coreHttp, when: always },
    { to: postgres, when: or(onSharedDatabase, onOwnDatabase) },
    { to: mailServer, when: mailed },
  ],
  admissions: [
    { from: ingressController, listener: "http", when: exposed },
    { from: anybody, listener: "http", when: not(equals(values.service.type, "ClusterIP")) },
  ],
  configuration: config,
  secrets: {
    BETTER_AUTH_SECRET: fromSecret(gatewaySecret, "betterAuthSecret", { when: always }),
    GUI_AUTH_SMTP_USER: fromSecret(gatewaySecret, "smtpUser", { when: and(mailed, smtp.authenticated) }),
    GUI_AUTH_SMTP_PASS: fromSecret(gatewaySecret, "smtpPass", { when: and(mailed, smtp.authenticated) }),
    FOXCTL_POSTGRES_DSN: fromSecret(postgresSecret, "dsn", { when: onSharedDatabase }),
    GUI_AUTH_DATABASE_URL: fromSecret(gatewaySecret, "databaseUrl", { when: onOwnDatabase }),
  },
  directories: { tmp: { path: "/tmp", volume: { emptyDir: { sizeLimit: "64Mi" } }, when: always } },
});

/** Where the gateway answers. */
export const gatewayHttp = endpoint(gateway, "http");

const http = (path: string, probe: Omit<IProbe, "httpGet">) => ({ httpGet: { path, port: "http" }, ...probe });

const main = mainContainer(gateway, {
  values,
  image: values.image,
  body: {
    startupProbe: http("/healthz", { periodSeconds: 2, failureThreshold: 60 }),
    livenessProbe: http("/healthz", { initialDelaySeconds: 10, periodSeconds: 30 }),
    readinessProbe: http("/readyz", { initialDelaySeconds: 5, periodSeconds: 10 }),
  },
});

const { disruptionBudget: budget } = values;

export const gatewayDocuments: readonly Document[] = [
  configMap(config),
  deployment(gateway, {
    ...settingsOf(values.pod),
    // It needs no account of its own, and must not have foxctl's cloud identity.
    serviceAccount: { name: "default", automountToken: false },
    replicas: values.replicas,
    recreate: equals(values.database, "sqlite"),
    containers: { gateway: main },
  }),
  service(gateway, { type: values.service.type, annotations: mapping(values.service.annotations) }),
  disruptionBudget(gateway, and(budget.enabled, moreThan(values.replicas, budget.minAvailable)), {
    minAvailable: budget.minAvailable,
  }),
];
