import { always } from "../../../expressions/condition.ts";
import { component } from "../../../topology/component.ts";
import { mainContainer } from "../../../topology/pod.ts";
import { plainVariables } from "../../../topology/variables.ts";
import { given } from "../values.ts";
import { probesOf } from "./daemon.ts";
import { inData, partsOfData, scratch } from "./data.ts";
import { ports, urlOfDaemon } from "./ports.ts";
import { system } from "./system.ts";

const { vited: vitedValues, davd: davdValues } = given;

/**
 * The public pages. The image's own command listens on every address, and vited serves what is private too, so it is
 * started otherwise. Source: reference arizuko.md, sections 1 and 6.
 */
export const vited = component({
  name: "vited",
  suffix: "vited",
  description: "Serves the public pages and the private ones, for proxyd.",
  enabled: vitedValues.enabled,
  within: system,
  listeners: { vited: { port: ports.vited, loopback: true } },
  variables: plainVariables({ WEB_ROOT: inData("web"), VITE_PORT: String(ports.vited) }),
  directories: {
    ...scratch("vited"),
    "vite-cache": { path: "/home/node/.vite-cache", volume: { emptyDir: { sizeLimit: "256Mi" } }, when: always },
  },
  mounts: partsOfData("web").map((part) => ({ ...part, readOnly: true })),
});

const vitedScript =
  'cd "$WEB_ROOT" && exec vite --config /etc/vite.config.js --host 127.0.0.1 --port "$VITE_PORT" --strictPort';

export const vitedContainer = mainContainer(vited, {
  values: vitedValues,
  image: vitedValues.image,
  sharedProbes: probesOf(`${urlOfDaemon("vited")}/@vite/client`),
  body: { command: ["/bin/sh", "-ec", vitedScript] },
});

/** Files by WebDAV. It asks nobody for a login, so only proxyd may reach it. Source: reference arizuko.md, section 6. */
export const davd = component({
  name: "davd",
  suffix: "davd",
  description: "Serves the groups' files by WebDAV, for proxyd.",
  enabled: davdValues.enabled,
  within: system,
  listeners: { davd: { port: ports.davd, loopback: true } },
  mounts: partsOfData("groups"),
});

export const davdContainer = mainContainer(davd, {
  values: davdValues,
  image: davdValues.image,
  sharedProbes: probesOf(`${urlOfDaemon("davd")}/`),
  body: {
    args: ["--bind", "127.0.0.1", "--port", String(ports.davd), "--allow-all", inData("groups")],
  },
});
