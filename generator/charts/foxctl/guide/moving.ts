import type { Chapter } from "../../../topology/chart.ts";
import { bullets, paragraph, proseTable, shell, yaml } from "../../../topology/markdown.ts";
import { deployment, ownSecrets, release } from "./facts.ts";

/** What commonLabels of the overlays put on every object, and into every selector. */
const overlayLabels = "app.kubernetes.io/part-of=foxctl,app.kubernetes.io/managed-by=kustomize";

/** Source: reference foxctl.md, sections 1 and 2. */
const settings: readonly (readonly [setting: string, value: string])[] = [
  ["namespace `foxctl`", "`helm -n foxctl`, `--create-namespace`"],
  ["images, `images:` of a kustomization", "`image`, `gateway.image`; all at once `global.imageRegistry`"],
  ["replicas of `foxctl`; its HPA", "`core.replicas`; `core.autoscaling`"],
  ["replicas of `foxctl-embedding-worker`; its HPA", "`embeddingWorker.replicas`; `embeddingWorker.autoscaling`"],
  ["PodDisruptionBudgets", "`core.disruptionBudget`, `embeddingWorker.disruptionBudget`"],
  ["command and args of foxctl, `--chat`", "`core.extraArgs`, `chat.adapter`"],
  ["probes, exec or HTTP; preStop", "`core.probes`, `core.preStop`"],
  ["resources, securityContext, affinity, topologySpreadConstraints", "`core.resources`, `core.pod` and the like"],
  ["volumes cache, logs, tmp", "`storage.scratch`"],
  ["claim `foxctl-local-cache`", "`core.cache.kind` `claim`, `core.cache.existingClaim`"],
  ["`FOXCTL_DB_DRIVER`, `FOXCTL_STORAGE_ROOT`", "`storage.driver`, `storage.root`"],
  ["`FOXCTL_POSTGRES_MAX_CONNS`, `FOXCTL_POSTGRES_REQUIRE_VECTOR`", "`storage.postgres`"],
  [
    "`FOXCTL_CAS_DRIVER`, `FOXCTL_CAS_S3_BUCKET`, `FOXCTL_CAS_S3_REGION`, `AWS_REGION`",
    "`storage.cas.driver`, `storage.cas.s3`",
  ],
  [
    "`FOXCTL_CAS_BACKEND`, `FOXCTL_CAS_BUCKET`, `TURSO_URL`",
    "`storage.legacyNames`; the names of today are set anyway",
  ],
  ["`FOXCTL_OBS_DIR` and the other `FOXCTL_OBS_…`", "`observability`"],
  ["`FOXCTL_EMBEDDING_…`, `FOXCTL_RERANK_…`, `FOXCTL_LLM_…`", "`embedding`, `rerank`, `llm`"],
  ["`FOXCTL_JIDO_…`, `FOXCTL_WORKSPACE`", "`jido`, `core.workspacePath`"],
  ["`FOXCTL_V2_EVENTS_DB_DRIVER` and any other variable", "`core.env`, `embeddingWorker.env` and so on, by name"],
  [
    "`FOXCTL_MAILBOX_POLL_INTERVAL`, `FOXCTL_ACTOR_LEASE_DURATION`, `FOXCTL_EMBEDDING_BATCH_SIZE`, `FOXCTL_EMBEDDING_CONCURRENCY`",
    "`core.env`; nothing is known to read them. The worker takes the last two as `embeddingWorker.args`",
  ],
  ["Secret `foxctl-secrets`", "`secrets.foxctl.existingSecret`"],
  ["Secret `postgres-secrets`", "`secrets.postgres.existingSecret`"],
  ["Secret `git-creds`", "`secrets.git.existingSecret`"],
  ["Secret `gui-auth-gateway-secrets`", "`secrets.gateway.existingSecret`"],
  [
    "ConfigMap `gui-auth-gateway-config`",
    "`gateway.baseUrl`, `gateway.allowedEmails`, `gateway.smtp`, `gateway.magicLinksLogOnly`",
  ],
  [
    "the gateway's Deployment and Service",
    "`gateway.enabled`, `gateway.replicas`, `gateway.database`, `gateway.service`",
  ],
  ["CronJobs", "`maintenance.pagerank`, `maintenance.casGc`, `maintenance.sessionCleanup`"],
  [
    "Ingress, its class and annotations",
    "`ingress.className`, `ingress.nginx`, `ingress.annotations`, `ingress.hosts`, `ingress.tls`",
  ],
  ["configuration-snippet of the Ingress", "nothing: ingress-nginx refuses it, and WebSockets need none"],
  ["NetworkPolicies", "`networkPolicy`: policies follow from what is in use"],
  ["Role and RoleBinding", "`rbac.create`, `serviceAccount`"],
  ["workspace-deployment.yaml", "`workspace`"],
  ["scrape annotations", "`core.pod.annotations`; foxctl serves no metrics"],
];

export const movingChapter: Chapter = {
  title: "From the Kustomize overlays",
  paragraphs: [
    paragraph(
      "A release called `foxctl` has objects with the names of the overlays, so Helm can take over what is there. It cannot",
      "take over what has selectors. The overlays put two labels of theirs into each of them, which no pod of the chart has:",
    ),
    proseTable(
      ["", "The overlays", "The chart"],
      ["managed-by", "`kustomize`, also in selectors", "`Helm`, in no selector"],
      ["part-of", "`foxctl`, also in selectors", "none"],
      ["instance", "none", "the release's name, in every selector"],
      ["name, component", "`foxctl`, `core` and so on", "the same"],
    ),
    paragraph(
      "A Deployment's selector cannot be changed at all. A Service that Helm 3 takes over keeps the old labels beside the new",
      "ones, and then finds no pod. So the steps are:",
    ),
    `1. ${paragraph("Save the database and the Secrets (Backup and restore), and write your values by the table below. Much of it is in the profile of the same name, and `npm run overlay-import` makes a values file of an overlay that you changed, and tells what it could not.")}`,
    `2. ${paragraph("Delete what has selectors. foxctl is down from here on:")}`,
    shell(
      "kubectl delete deployment,service,poddisruptionbudget,networkpolicy,horizontalpodautoscaler \\",
      `  -l ${overlayLabels}`,
      "kubectl delete deployment,service,configmap,networkpolicy gui-auth-gateway gui-auth-gateway-config \\",
      "  --ignore-not-found",
    ),
    `3. ${paragraph("Install. What is left is taken over: the account, the role, foxctl-config, CronJobs and the Ingress. Helm 4 has to be told that it may overrule kubectl as well (`--force-conflicts`, which Helm 3 does not know):")}`,
    shell(`helm install ${release} charts/foxctl -f values/postgres.yaml --take-ownership --force-conflicts`),
    `4. ${paragraph("See that it works, and what is left of the overlays:")}`,
    shell(
      `kubectl rollout status ${deployment}`,
      `helm test ${release}`,
      `kubectl get all,configmap,ingress,networkpolicy -l app.kubernetes.io/managed-by=kustomize`,
    ),
    bullets(
      "Secrets and claims are not touched. Once `secrets.foxctl.existingSecret` and the like name them, nothing has to be " +
        "copied. Never apply the overlays again: their Secrets are placeholders.",
      "The gateway's objects are called `foxctl-gui-auth-gateway` now. The Ingress of the chart knows that.",
      "The overlays let Turso's placeholders through to worker and jobs even with PostgreSQL. The chart gives all of them the " +
        "same stores.",
      "In the overlays network policies break name resolution, the gateway and PostgreSQL wherever they are enforced. Those " +
        "of the chart do not: what was switched off for that reason can be on again.",
      "Without a pause: install into another namespace, with the same PostgreSQL and bucket, then lead the host name there. " +
        "A bot must not run in both.",
    ),
    paragraph("For the overlay `local`, with its claim:"),
    yaml(
      "core:",
      "  cache:",
      "    kind: claim",
      "    existingClaim: foxctl-local-cache",
      "storage:",
      "  cas:",
      "    driver: file",
    ),
    paragraph(
      `Its storage root is the folder \`storage\` on the claim. Move what is in it one folder up, or name it in`,
      "`storage.root`, where it exists already.",
    ),
    "### Settings and values",
    proseTable(["In the overlays", "Value of the chart"], ...settings),
    paragraph(
      `The Secrets of the overlays (\`${Object.values(ownSecrets).join("`, `")}\`) call their keys as the chart does.`,
    ),
  ],
};
