import type { Chapter } from "../../../topology/chart.ts";
import { bullets, paragraph, shell } from "../../../topology/markdown.ts";
import { urlOfDaemon } from "../components/ports.ts";
import { dataClaim, deployment, instance, keyName, podSelector, release, secretObject } from "./facts.ts";

const events = `kubectl describe pod -l ${podSelector}`;

export const troubleshootingChapter: Chapter = {
  title: "Troubleshooting",
  paragraphs: [
    paragraph("Start here. `init-data`, `authd` and `routd` are among the init containers, so look at both lists:"),
    shell(
      `kubectl get pods -l ${podSelector}`,
      events,
      `kubectl logs ${deployment} --all-containers --tail=20 --prefix`,
    ),
    "### The pod is Pending",
    paragraph(
      "Most often its claim is not bound: no provisioner, no default storage class, or `persistence.storageClassName`",
      "names none that exists. On a node of your own, local-path or a hostPath volume with `persistence.existingClaim`",
      "will do. `WaitForFirstConsumer` is no fault: such a claim waits for the pod. Too little memory or CPU shows in the",
      "same place.",
    ),
    shell(`kubectl get pvc ${dataClaim}`, `kubectl describe pvc ${dataClaim}`, "kubectl get storageclass"),
    "### There is no pod at all",
    paragraph(
      "`replicas` is 0, or the namespace refuses the pod. With `dind` it must admit privileged pods, as the event",
      "`violates PodSecurity` says.",
    ),
    shell(`kubectl describe ${deployment}`, "kubectl get events --field-selector reason=FailedCreate"),
    "### CreateContainerConfigError",
    paragraph(
      "A Secret or a key is missing. The event names it. Under GitOps the chart can make up no keys: see Supplying",
      "secrets.",
    ),
    shell(`kubectl get secret ${secretObject} -o go-template='{{range $key, $_ := .data}}{{$key}}{{"\\n"}}{{end}}'`),
    "### ImagePullBackOff",
    paragraph("No image is published. Build it and load it (Images), or set `global.imageRegistry`."),
    "### init-data fails",
    shell(`kubectl logs ${deployment} -c init-data`),
    paragraph("It says why, in words that begin with `init-data:`, or in those of arizuko:"),
    bullets(
      "`… is in the layout of arizuko v0.63.0`: see Data from elsewhere.",
      "`the instance was not made to its end; making it again`: a former start was interrupted. No fault if it goes on.",
      "`permission denied`: the volume belongs to somebody else than uid 1000. Provisioners without fsGroup (hostPath, " +
        "some NFS) need a `chown 1000:1000` on the server.",
      "`no space left on device`: enlarge the claim (`persistence.size`, where the class can expand).",
      "`no routes were stored before`: normal at the first start.",
    ),
    paragraph("What is finished is never made anew, so it is safe to let the pod try again."),
    "### routd is restarted again and again",
    paragraph(
      "Its log names the cause. `an owner daemon never creates its own database` means that the file is missing: the data",
      "directory is not what init-data made. A `connectors.toml` with a mistake, or one whose connector does not start",
      "within 15 s, ends routd too. If the volume is new and the instance is not, check `instance` and",
      "`persistence.existingClaim`.",
    ),
    shell(`kubectl logs ${deployment} -c routd --tail=30`, `kubectl logs ${deployment} -c routd --previous --tail=30`),
    "### An adapter is restarted again and again",
    paragraph(
      "Its log says whether the platform refused the token or could not be reached. Kubernetes then calls the whole pod",
      "not ready, since one of its containers is not. The Service goes on publishing it all the same, so that the",
      "dashboard can be reached; `helm install --wait` and `kubectl rollout status` do wait, though. Take the account out",
      "of `adapters` if it is not needed.",
    ),
    shell(`kubectl logs ${deployment} -c teled --previous --tail=30`),
    "### An adapter cannot reach routd",
    paragraph(
      `All containers share one loopback address. The chart sets ROUTER_URL to \`${urlOfDaemon("routd")}\` and AUTHD_URL to`,
      `\`${urlOfDaemon("authd")}\`; nothing is to be set by hand, and routd and authd are up before adapters start. 401 in`,
      "its log is about its key: next point. A channel that appears and is gone after a minute fails its health check",
      "by routd: look at the adapter's own log.",
    ),
    "### 401 between daemons",
    paragraph(
      "A service key was changed, and not all containers have been restarted since. authd reads keys only as it starts,",
      "each daemon its own as it starts. Restart the whole pod. If it stays, two daemons have the same key:",
    ),
    shell(
      `kubectl rollout restart ${deployment}`,
      `kubectl get secret ${secretObject} -o go-template='{{range .data}}{{.}}{{"\\n"}}{{end}}' | sort | uniq -d`,
    ),
    "### webd, whapd or twitd was restarted once",
    paragraph(
      "routd had been restarted, and knows these only by what they tell it as they start. So they are restarted then, on",
      "purpose. Web chats that were open load again.",
    ),
    "### Secrets do not change after a rotation",
    paragraph(
      "External Secrets reads its store each `externalSecrets.refreshInterval`. Then the Secret is new and the pod still",
      "has the old variables, until it is restarted. `rotation.reloader` automates it.",
    ),
    shell(`kubectl get externalsecret ${secretObject}`, `kubectl rollout restart ${deployment}`),
    "### Nobody can sign in",
    paragraph(
      "`publicUrl` and a client under `oauth` are needed. The provider must know the address to return to, exactly. A 404",
      `at \`/auth/login\` means that \`publicUrl\` is empty; a 404 at \`/dash/\` that ${keyName("authSecret")} is. Signed in`,
      "and without rights: see First steps.",
    ),
    "### Agents do not start",
    shell(`kubectl logs ${deployment} -c runed --tail=30`, `kubectl logs ${deployment} -c dind --tail=30`),
    bullets(
      "No container `runed`: `agents.mode` is `disabled`.",
      "runed ends at once: the Docker engine did not answer within 10 s. With `hostSocket`, the group of the socket is " +
        "not among `pod.securityContext.supplementalGroups`.",
      "`pull access denied`, exit 125: the agents' image is not where the engine looks. Set `agents.image` and " +
        "`agents.pullSecret`, or load it into the engine. Such a turn is not tried again.",
      "The agent finds empty folders: `hostDataDir` is not the path on the node.",
      `The model answers 401: ${keyName("anthropicApiKey")} or ${keyName("claudeCodeOauthToken")} is wrong.`,
      "The container `dind` is killed (OOMKilled): raise `agents.dind.resources.limits.memory`, or lower " +
        "`agents.maxConcurrent`.",
      "dind ends at once with iptables in its log: the node's kernel lacks what the engine needs. It starts nothing " +
        "rather than run agents unguarded.",
    ),
    "### A message is tried again and again",
    paragraph(
      "`dispatch run transport failure` in routd's log, every 2 seconds: there is no runed, and a web chat or webhook got",
      "a message. It was published by `agents.chatsWithoutAgents`, or by agents that there were before. Switch agents",
      "on, and it is answered.",
    ),
    "### More to see",
    shell(
      `helm upgrade ${release} charts/arizuko --reset-then-reuse-values --set logLevel=debug`,
      `kubectl rollout status ${deployment}`,
      `kubectl exec ${deployment} -c routd -- arizuko group ${instance} list`,
    ),
  ],
};
