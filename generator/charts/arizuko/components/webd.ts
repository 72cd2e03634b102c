import { always } from "../../../expressions/condition.ts";
import { whenSet } from "../../../template/when.ts";
import { mainContainer } from "../../../topology/pod.ts";
import { fromSecret } from "../../../topology/secret-source.ts";
import { plainVariables } from "../../../topology/variables.ts";
import { given } from "../values.ts";
import { authBase, configured } from "./configuration.ts";
import { asked, authority, daemon, loopbackUnlessMetrics, startOf } from "./daemon.ts";
import { dataDirectory, partsOfData, scratch } from "./data.ts";
import { urlOfDaemon } from "./ports.ts";
import { knownFunction } from "./registration.ts";
import { coreConnections } from "./routd.ts";
import { arizukoSecret } from "./secrets.ts";

const { image, probes, webd: values } = given;

export const webd = daemon("webd", {
  metered: true,
  description: "Web chats, webhooks, and people's own pages.",
  connections: coreConnections,
  variables: {
    ...configured("WEB_HOST"),
    ...plainVariables({
      DATA_DIR: dataDirectory,
      WEBD_LISTEN: loopbackUnlessMetrics("webd"),
      WEBD_URL: urlOfDaemon("webd"),
      ...authority,
      ROUTER_URL: urlOfDaemon("routd"),
      PROXYD_URL: urlOfDaemon("proxyd"),
      AUTH_BASE_URL: whenSet(authBase),
    }),
  },
  secrets: { AUTH_SECRET: fromSecret(arizukoSecret, "authSecret", { when: always }) },
  // SQLite writes large intermediate results there.
  directories: scratch("webd"),
  mounts: partsOfData("store/routd"),
});

/**
 * webd makes itself known to routd once, as it starts, and routd forgets it when it is restarted. So webd is not well
 * where routd answers and does not know it. Whatever else fails is no reason to restart webd.
 * Source: reference arizuko.md, section 3.
 */
const livenessScript = `${knownFunction}wget -q -T 2 -t 1 -O /dev/null "$WEBD_URL/health" || exit 1
known web webd
`;

export const webdContainer = mainContainer(webd, {
  values,
  image,
  body: {
    command: ["/usr/local/bin/webd"],
    startupProbe: startOf("webd"),
    livenessProbe: asked(probes.liveness, { exec: { command: ["/bin/sh", "-c", livenessScript] } }),
  },
});
