import type { Chapter } from "../../../topology/chart.ts";
import { bullets, paragraph, shell } from "../../../topology/markdown.ts";
import { servicePortOf } from "../../../topology/service.ts";
import { proxydHttp } from "../components/proxyd.ts";
import { arizuko, deployment, instance, podSelector, release, secretObject } from "./facts.ts";

export const firstStepsChapter: Chapter = {
  title: "First steps",
  paragraphs: [
    paragraph(
      `Commands in this guide are for a release called \`${release}\` in kubectl's current namespace, with the`,
      `instance \`${instance}\`. A release of another name has objects called after both: \`demo-${release}\`.`,
    ),
    "### Install and wait",
    shell(`helm install ${release} charts/arizuko`, `kubectl rollout status ${deployment}`, `helm test ${release}`),
    paragraph(
      "Ready means that every container runs and that proxyd answers, no more. An adapter whose platform refuses it is",
      "started again and again, and the pod is not ready meanwhile; see Troubleshooting. The first start makes the",
      "instance, and says so:",
    ),
    shell(`kubectl get pods -l ${podSelector}`, `kubectl logs ${deployment} -c init-data`),
    "### Reach it",
    shell(
      `kubectl port-forward service/${release} 8080:${servicePortOf(proxydHttp)} &`,
      "curl -s --retry 5 --retry-connrefused http://localhost:8080/health",
    ),
    "### Become its operator",
    paragraph(
      "Nobody may do anything after the install. To sign in takes `publicUrl` and a client under `oauth`; see Ways in.",
      "Then give yourself every right, by the name that you sign in with. The change holds at once:",
    ),
    shell(
      arizuko("group", instance, "grant", "github:YOUR_LOGIN", "'**'"),
      arizuko("group", instance, "grants", "github:YOUR_LOGIN"),
    ),
    "### A first chat and a first webhook",
    paragraph(
      "Each prints a name and a token. The chat is at `/chat/TOKEN/` of your host, the webhook takes POST requests at",
      "`/hook/TOKEN`. Who has the token may use it, so hand it out as you would a password. Both are published only",
      "with agents.",
    ),
    shell(
      arizuko("token", instance, "issue", "chat", "main"),
      arizuko("token", instance, "issue", "webhook", "main", "alerts"),
    ),
    "### Pair WhatsApp",
    paragraph(
      "An account of `adapters.whapd` signs in with a code, which this prints and you type into the phone",
      "(Linked devices). Restart the pod afterwards, so that the adapter takes the new session up. Later on, the",
      "dashboard can do it, with the number in `adapters.whapd.phone`.",
    ),
    shell(
      `kubectl exec -it ${deployment} -c whapd -- node dist/main.js --pair PHONE_NUMBER`,
      `kubectl rollout restart ${deployment}`,
    ),
    "### What does not answer yet",
    bullets(
      "`/` and unknown paths lead to `/pub/`, which answers 502 until `vited.enabled` is true. With vited it is empty " +
        "until somebody puts pages there.",
      "`/dash/`, `/me/` and the like lead to a login, which nobody can pass without `publicUrl` and a client under " +
        "`oauth`. Their answer is 404 if AUTH_SECRET is missing.",
      "`/chat/`, `/hook/` and `/slink/` are not published without agents, unless `agents.chatsWithoutAgents` is true.",
      "`/dav/` answers 404 until `davd.enabled` is true.",
    ),
    paragraph(
      `What the chart made up, such as the key that encrypts stored secrets, is in the Secret \`${secretObject}\`.`,
      "Save it now: see Backup and restore.",
    ),
  ],
};
