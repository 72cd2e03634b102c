import { mainContainer } from "../../../topology/pod.ts";
import { plainVariables } from "../../../topology/variables.ts";
import { given } from "../values.ts";
import { withAgents } from "./conditions.ts";
import { authority, daemon, healthOf } from "./daemon.ts";
import { ports, urlOfDaemon } from "./ports.ts";
import { coreConnections } from "./routd.ts";

const { image, timed: values } = given;

/** It listens on every address, whatever it is told (reference arizuko.md, section 0.1). */
export const timed = daemon("timed", {
  description: "Sends tasks to agents when their time has come.",
  enabled: withAgents,
  listener: { port: ports.timed },
  connections: coreConnections,
  variables: plainVariables({ ...authority, ROUTER_URL: urlOfDaemon("routd") }),
});

export const timedContainer = mainContainer(timed, {
  values,
  image,
  sharedProbes: healthOf("timed"),
  body: { command: ["/usr/local/bin/timed"] },
});
