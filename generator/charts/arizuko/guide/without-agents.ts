import type { Chapter } from "../../../topology/chart.ts";
import { bullets, paragraph, shell } from "../../../topology/markdown.ts";
import { arizuko, credentialsObject, instance, release } from "./facts.ts";

export const withoutAgentsChapter: Chapter = {
  title: "Without agents",
  paragraphs: [
    paragraph(
      "`agents.mode` is `disabled` by default: the pod has no engine, no runed and no timed, and runs under Pod Security",
      "restricted. People can write on platforms, and nobody answers.",
    ),
    shell(
      `kubectl create secret generic ${credentialsObject} --from-literal=TELEGRAM_BOT_TOKEN=VALUE`,
      `helm upgrade --install ${release} charts/arizuko -f values/arizuko-observe.yaml`,
      `kubectl rollout status deployment/${release}`,
      arizuko("route", instance, "list"),
    ),
    bullets(
      "With `agents.observe`, the pod's start adds a last route for everything, `main#observe`: messages of platforms " +
        "are kept as context and start no turn. Routes of your own come first. When agents are switched on, the pod's " +
        "start takes the route away again.",
      "Web chats and webhooks never ask the table of routes. Each of their messages would be tried again for ever, " +
        "about every 2 seconds, also after a restart. So `/chat/`, `/hook/` and `/slink/` are not published. Whoever wants " +
        "them anyway sets `agents.chatsWithoutAgents`.",
      "timed is left out for the same reason: five tasks of a new instance are due at once.",
    ),
  ],
};
