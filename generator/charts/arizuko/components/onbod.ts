import { always } from "../../../expressions/condition.ts";
import { whenSet } from "../../../template/when.ts";
import { mainContainer } from "../../../topology/pod.ts";
import { fromSecret } from "../../../topology/secret-source.ts";
import { plainVariables } from "../../../topology/variables.ts";
import { given } from "../values.ts";
import { onboarding } from "./conditions.ts";
import { authBase, configured } from "./configuration.ts";
import { authority, daemon, healthOf, loopbackUnlessMetrics } from "./daemon.ts";
import { dataDirectory, inData, partsOfData, scratch } from "./data.ts";
import { urlOfDaemon } from "./ports.ts";
import { coreConnections } from "./routd.ts";
import { arizukoSecret } from "./secrets.ts";
import { appSource } from "./system.ts";

const { image, onbod: values } = given;

export const onbod = daemon("onbod", {
  metered: true,
  description: "Lets new people in, by invitation or from a platform.",
  enabled: onboarding,
  connections: coreConnections,
  variables: {
    ...configured("WEB_HOST", "HOST_APP_DIR"),
    ...plainVariables({
      DATA_DIR: dataDirectory,
      ONBOD_DB_PATH: inData("store/onbod/onbod.db"),
      ROUTD_DB_PATH: inData("store/routd/routd.db"),
      ONBOD_LISTEN_ADDR: loopbackUnlessMetrics("onbod"),
      ...authority,
      ROUTER_URL: urlOfDaemon("routd"),
      AUTH_BASE_URL: whenSet(authBase),
      APP_SRC_DIR: appSource,
      ONBOARDING_ENABLED: "true",
      ONBOARDING_PLATFORMS: whenSet(values.platforms),
      ONBOARDING_GREETING: whenSet(values.greeting),
    }),
  },
  secrets: { AUTH_SECRET: fromSecret(arizukoSecret, "authSecret", { when: always }) },
  // SQLite writes large intermediate results there.
  directories: scratch("onbod"),
  mounts: partsOfData("store/onbod", "store/routd", "groups", "web"),
});

export const onbodContainer = mainContainer(onbod, {
  values,
  image,
  sharedProbes: healthOf("onbod"),
  body: { command: ["/usr/local/bin/onbod"] },
});
