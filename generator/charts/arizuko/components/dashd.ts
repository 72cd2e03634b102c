import { always } from "../../../expressions/condition.ts";
import { whenSet } from "../../../template/when.ts";
import { mainContainer } from "../../../topology/pod.ts";
import { fromSecret } from "../../../topology/secret-source.ts";
import { plainVariables } from "../../../topology/variables.ts";
import { given } from "../values.ts";
import { hasAccounts, withSurrogate } from "./conditions.ts";
import { authBase, configured } from "./configuration.ts";
import { authority, daemon, healthOf } from "./daemon.ts";
import { dataDirectory, inData, partsOfData, scratch } from "./data.ts";
import { oauthProviders } from "./outside.ts";
import { adapterPort, ports, urlOfDaemon } from "./ports.ts";
import { coreConnections, surrogateSecrets, surrogateVariables } from "./routd.ts";
import { arizukoSecret } from "./secrets.ts";

const { image, adapters, dashd: values } = given;

/** It takes a port only, no address (arizuko-observed.md, "environment and boot"). */
export const dashd = daemon("dashd", {
  metered: true,
  description: "The dashboard.",
  listener: { port: ports.dashd },
  connections: [...coreConnections, { to: oauthProviders, when: withSurrogate }],
  variables: {
    ...configured("WEB_HOST", "HOST_APP_DIR"),
    ...plainVariables({
      DATA_DIR: dataDirectory,
      DB_PATH: inData("store/routd/routd.db"),
      ONBOD_DB_PATH: inData("store/onbod/onbod.db"),
      RUNED_DB_PATH: inData("store/runed/runed.db"),
      DASH_PORT: String(ports.dashd),
      ...authority,
      ROUTER_URL: urlOfDaemon("routd"),
      PROXYD_URL: urlOfDaemon("proxyd"),
      // Unset, they would be names of Services that anybody may have.
      RUNED_URL: urlOfDaemon("runed"),
      ONBOD_URL: urlOfDaemon("onbod"),
      WHAPD_URL: `http://127.0.0.1:${adapterPort("whapd")}`,
      WHATSAPP_PHONE: whenSet(adapters.whapd.phone, hasAccounts("whapd")),
      AUTH_BASE_URL: whenSet(authBase),
      ...surrogateVariables,
    }),
  },
  secrets: {
    AUTH_SECRET: fromSecret(arizukoSecret, "authSecret", { when: always }),
    SECRETS_KEY: fromSecret(arizukoSecret, "secretsKey", { when: always }),
    ...surrogateSecrets,
  },
  // SQLite writes large intermediate results there.
  directories: scratch("dashd"),
  mounts: partsOfData("store/routd", "store/onbod", "store/runed", "groups", "surrogate"),
});

export const dashdContainer = mainContainer(dashd, {
  values,
  image,
  sharedProbes: healthOf("dashd"),
  body: { command: ["/usr/local/bin/dashd"] },
});
