import { always } from "../../../expressions/condition.ts";
import { whenSet } from "../../../template/when.ts";
import { mainContainer } from "../../../topology/pod.ts";
import { fromSecret } from "../../../topology/secret-source.ts";
import { endpoint } from "../../../topology/service.ts";
import { plainVariables } from "../../../topology/variables.ts";
import { given } from "../values.ts";
import { authd } from "./authd.ts";
import { authBase, configured } from "./configuration.ts";
import { asked, authority, daemon, healthOf, loopbackUnlessMetrics } from "./daemon.ts";
import { dataDirectory, partsOfData } from "./data.ts";
import { urlOfDaemon } from "./ports.ts";
import { routd } from "./routd.ts";
import { arizukoSecret } from "./secrets.ts";

const { image, probes, webd: values } = given;

export const webd = daemon("webd", {
  metered: true,
  description: "Web chats, webhooks, and people's own pages.",
  connections: [
    { to: endpoint(authd, "authd"), when: always },
    { to: endpoint(routd, "routd"), when: always },
  ],
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
  mounts: partsOfData("store/routd"),
});

/**
 * webd makes itself known to routd once, as it starts, and routd forgets it when it is restarted. So webd is not well
 * where routd answers and does not know it. Whatever else fails is no reason to restart webd.
 * Source: reference arizuko.md, section 3.
 */
const livenessScript = `wget -q -O /dev/null "$WEBD_URL/health" || exit 1
ask() { bearer="$1"; shift; wget -q -O - --header "Authorization: Bearer $bearer" "$@"; }
answer="$(ask "$AUTHD_SERVICE_KEY" --header "Content-Type: application/json" \\
  --post-data '{"daemon":"webd"}' "$AUTHD_URL/v1/service-token")"
token="$(echo "$answer" | sed -n 's/.*"token" *: *"\\([^"]*\\)".*/\\1/p')"
[ -n "$token" ] || exit 0
channels="$(ask "$token" "$ROUTER_URL/v1/channels")" || exit 0
case "$channels" in
  *'"name":"web"'*) exit 0 ;;
esac
echo "routd does not know webd any more"
exit 1
`;

export const webdContainer = mainContainer(webd, {
  values,
  image,
  body: {
    command: ["/usr/local/bin/webd"],
    ...healthOf("webd"),
    livenessProbe: asked(probes.liveness, { exec: { command: ["/bin/sh", "-c", livenessScript] } }),
  },
});
