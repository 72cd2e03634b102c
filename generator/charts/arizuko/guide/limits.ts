import type { Chapter } from "../../../topology/chart.ts";
import { bullets, paragraph } from "../../../topology/markdown.ts";
import { ports } from "../components/ports.ts";
import { values } from "../values.ts";

const { periodSeconds, failureThreshold } = values.children.probes.children.liveness.children;

/** How long it takes until one is found to be forgotten. */
const forgottenSeconds = periodSeconds.default * failureThreshold.default;

export const limitsChapter: Chapter = {
  title: "Limits",
  paragraphs: [
    "### One pod, and why",
    paragraph("`replicas` is 0 or 1, and the daemons are not split into Deployments of their own:"),
    bullets(
      "Each database is a SQLite file, and several daemons open the same one: routd's is read by five others. Two " +
        "pods on it would corrupt it, and a network file system does not lock as SQLite needs.",
      "routd talks to agents through Unix sockets in the data directory, so routd, runed and the engine need one node.",
      "Two pods would both ask Telegram and others for messages, and people would get two answers.",
      "Between pods, routd ties a channel to the address that it registered from. In one pod that is always the same.",
      "So an update is a pause: the old pod ends before the new one starts (strategy Recreate).",
    ),
    "### Security",
    bullets(
      `timed listens on every address, on port ${ports.timed}, and believes headers that say who asks: any pod that reaches ` +
        "it could read the prompts of all tasks. The network policy is what prevents it. On a cluster that enforces no " +
        "policies, share no cluster with people whom you do not trust, or run without agents.",
      "dashd and proxyd cannot be bound to the loopback address either. They ask for a login.",
      "`telemetry.metrics.enabled` binds more daemons to the pod's address, for Prometheus; policies admit nobody else. " +
        "proxyd serves no metrics, since they would be public.",
      "Without AUTHD_URL most daemons would let everybody in. The chart sets it everywhere, and no value empties it.",
      "An agent can do to its group's files whatever it likes. That is its purpose.",
    ),
    "### What looks wrong and is not",
    bullets(
      "The dashboard's page of services shows every daemon as unknown: arizuko asks host names of Docker Compose there. " +
        "Use the command under What is visible only inside the pod.",
      "After the very first start with agents, five turns named `/compact-memories` run at once. They come from arizuko " +
        "itself, for the group main.",
      `After a restart of routd alone, webd, whapd and twitd are restarted within about ${forgottenSeconds} s, since they ` +
        "register only as they start. The other adapters come back by themselves within 180 s.",
      "The health of routd, runed, dashd and proxyd is a fixed answer. It says that they run, not that all is well.",
      "An image of this commit has no products (`--product`) and no pages for `/pub/`. The chart has no value for the first.",
    ),
  ],
};
