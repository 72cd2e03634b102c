import type { Chapter } from "../../../topology/chart.ts";
import { bullets, paragraph, shell } from "../../../topology/markdown.ts";
import { cacheClaimObject, casGcCronJob, corePods, deployment, gatewayDeployment, release } from "./facts.ts";

/** Sources: reference foxctl.md, sections 3.2 to 3.6. */
export const troubleshootingChapter: Chapter = {
  title: "Troubleshooting",
  paragraphs: [
    paragraph("Start here:"),
    shell(
      `kubectl get pods -l app.kubernetes.io/instance=${release}`,
      `kubectl describe pod -l ${corePods}`,
      `kubectl logs ${deployment} --all-containers --tail=30 --prefix`,
      `helm get notes ${release}`,
    ),
    "### The pod is never Ready, and restarted after a while",
    bullets(
      "`unknown command` in its events: probes or the end of the pod run commands of the documented foxctl (`foxctl health`, " +
        "`foxctl drain`) that this binary does not have. Add the profile `values/foxctl-current.yaml`.",
      "`configure orchestration runtime host` in its log: the storage root cannot be written to. It must be a directory " +
        "that is there, such as the root of a volume; see `storage.root`.",
      "The database refuses: wrong DSN, no right to make schemas, or no extension vector. See PostgreSQL.",
      "Connecting hangs until it times out: network policies do not let pods go there. A port other than the usual goes " +
        "into `networkPolicy.postgres.ports` and the like.",
    ),
    '### An upgrade ends with `conflict with "kubectl"`',
    paragraph(
      "Somebody changed by kubectl what the chart decides, such as `kubectl scale` of pods that have no autoscaler, and Helm 4",
      "does not overrule that by itself. Set it by a value instead, and add `--force-conflicts` to the upgrade once.",
    ),
    "### CreateContainerConfigError",
    paragraph(
      "A Secret or a key of it is missing; the event names it, and notes have the command that makes it. Under GitOps the chart",
      "can make up no keys.",
    ),
    "### ImagePullBackOff, ErrImageNeverPull",
    paragraph(
      "No image is published. Build it and load it (Images), or set `global.imageRegistry`. The profiles for one machine",
      "never pull, so the image has to be on the node under the name that the event has.",
    ),
    "### Pending",
    paragraph(
      "The claim is not bound: no provisioner, no default storage class, or `core.cache.storageClassName` names none that",
      "exists. `WaitForFirstConsumer` is no fault. Too little memory or CPU shows in the same place.",
    ),
    shell(`kubectl describe pvc ${cacheClaimObject}`, "kubectl get storageclass"),
    "### Evicted",
    paragraph(
      "A volume of the pod is full. Events grow for ever in `observability.directory` unless `observability.retention` is",
      "enabled; `storage.scratch` has the sizes of all of them.",
    ),
    "### More and more pods, or just one, with an autoscaler",
    bullets(
      "`<unknown>` as target: there is no metrics server, or no pod is Ready yet.",
      "Always at its most: `core.autoscaling` scales by memory too, as a share of `core.resources.requests`, and foxctl with " +
        "the usual request of 256Mi is above it soon. Raise the request.",
      "One pod right after it was switched on: see Upgrading and rolling back.",
    ),
    shell(`kubectl describe hpa ${release}`),
    "### Nobody can sign in at the gateway",
    bullets(
      "No e-mail comes: `gateway.smtp`, and `networkPolicy.smtp` for its port. The gateway's log has the reason.",
      "The link leads elsewhere: `gateway.baseUrl` must be the address in the browser, scheme included.",
      "Signed in and out again from page to page: several gateway pods with `gateway.database` `sqlite`, which the schema " +
        "refuses, or a database that is not reached.",
      "403 for one address: it is not in `gateway.allowedEmails`.",
    ),
    shell(`kubectl logs ${gatewayDeployment} --tail=30`),
    "### 502 or a dead page at the Ingress",
    paragraph(
      "Its controller is not let in: `networkPolicy.ingressController.from` has to match where it runs, the namespace",
      "ingress-nginx by default. Consoles that break off after a minute: the controller's own timeout, which",
      "`ingress.nginx.readTimeoutSeconds` sets for ingress-nginx only.",
    ),
    "### The bot does not answer",
    bullets(
      "A wrong token is a warning in the log, and foxctl runs on without the bot.",
      "With several web pods the bot is in a pod of its own, `chat`: its log is there.",
      "Teams calls from outside: the way in must be there, and `helm test` asks its webhook. Discord and Telegram need none.",
    ),
    shell(`kubectl logs -l app.kubernetes.io/instance=${release},app.kubernetes.io/component=chat --tail=30`),
    "### Jobs fail",
    paragraph(
      "The commands of the overlays are not in today's public source. `maintenance.casGc.command` and the like take others;",
      "`values/foxctl-current.yaml` has what there is. To see one at work, run it now:",
    ),
    shell(
      "kubectl get cronjob,job",
      `kubectl create job try --from=${casGcCronJob}`,
      "kubectl logs --follow job/try --pod-running-timeout=1m",
      "kubectl delete job try",
    ),
    "### More to see",
    shell(`helm upgrade ${release} charts/foxctl --reset-then-reuse-values --set logging.level=debug`),
  ],
};
