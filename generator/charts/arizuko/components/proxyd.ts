import { always, equals, hasEntries, not, or } from "../../../expressions/condition.ts";
import { join, toText } from "../../../expressions/text.ts";
import { when, whenSet } from "../../../template/when.ts";
import { mainContainer } from "../../../topology/pod.ts";
import { fromSecret } from "../../../topology/secret-source.ts";
import { endpoint } from "../../../topology/service.ts";
import { anybody } from "../../../topology/sources.ts";
import { plainVariables } from "../../../topology/variables.ts";
import { given } from "../values.ts";
import { authd } from "./authd.ts";
import { onboarding } from "./conditions.ts";
import { authBase, configured } from "./configuration.ts";
import { asked, authority, daemon, healthOf } from "./daemon.ts";
import { dashd } from "./dashd.ts";
import { dataDirectory, partsOfData, scratch } from "./data.ts";
import { onbod } from "./onbod.ts";
import { clients, ingressController } from "./outside.ts";
import { davd, vited } from "./pages.ts";
import { ports, urlOfDaemon } from "./ports.ts";
import { arizukoSecret } from "./secrets.ts";
import { webd } from "./webd.ts";

const { image, probes, service, ingress, httpRoute, networkPolicy, proxyd: values } = given;

/** It takes a port only, no address, and serves no figures: they would be public (reference arizuko.md, 2.2). */
export const proxyd = daemon("proxyd", {
  suffix: "",
  description: "The only way in from outside: asks for a login, and hands on.",
  listener: { port: ports.proxyd, service: 80 },
  connections: [
    { to: endpoint(authd, "authd"), when: always },
    { to: endpoint(webd, "webd"), when: always },
    { to: endpoint(dashd, "dashd"), when: always },
    { to: endpoint(onbod, "onbod"), when: onboarding },
    { to: endpoint(vited, "vited"), when: vited.enabled },
    { to: endpoint(davd, "davd"), when: davd.enabled },
  ],
  admissions: [
    { from: ingressController, listener: "proxyd", when: or(ingress.enabled, httpRoute.enabled) },
    { from: clients, listener: "proxyd", when: hasEntries(networkPolicy.clients) },
    { from: anybody, listener: "proxyd", when: not(equals(service.type, "ClusterIP")) },
  ],
  variables: {
    ...configured("WEB_HOST"),
    ...plainVariables({
      DATA_DIR: dataDirectory,
      PROXYD_LISTEN: String(ports.proxyd),
      ...authority,
      AUTH_BASE_URL: whenSet(authBase),
      VITE_ADDR: urlOfDaemon("vited"),
      CHAT_ANON_DOS_RPM: toText(values.chatRequestsPerMinute),
      TRUSTED_PROXIES: when<string>(hasEntries(values.trustedProxies), join(values.trustedProxies, ",")),
      PUB_REDIRECT_URL: whenSet(values.pubRedirectUrl),
    }),
  },
  secrets: { AUTH_SECRET: fromSecret(arizukoSecret, "authSecret", { when: always }) },
  // SQLite writes large intermediate results there.
  directories: scratch("proxyd"),
  mounts: partsOfData("store/routd"),
});

/** Where proxyd answers the rest of the cluster. */
export const proxydHttp = endpoint(proxyd, "proxyd");

export const proxydContainer = mainContainer(proxyd, {
  values,
  image,
  sharedProbes: healthOf("proxyd"),
  body: {
    command: ["/usr/local/bin/proxyd"],
    readinessProbe: asked(probes.readiness, { httpGet: { path: "/health", port: proxydHttp.listener } }),
  },
});
