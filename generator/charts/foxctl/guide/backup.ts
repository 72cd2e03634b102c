import type { Chapter } from "../../../topology/chart.ts";
import { bullets, paragraph, proseTable, shell, yaml } from "../../../topology/markdown.ts";
import { home } from "../components/directories.ts";
import {
  cacheClaimObject,
  change,
  corePods,
  deployment,
  foxctlSecretObject,
  graceSeconds,
  images,
  keyName,
  ownSecrets,
  release,
} from "./facts.ts";

/** The pod through which files are reached. */
const helper = `${release}-files`;

const helperPod: readonly string[] = [
  "apiVersion: v1",
  "kind: Pod",
  "metadata:",
  `  name: ${helper}`,
  "spec:",
  "  automountServiceAccountToken: false",
  // `sleep` does not end when it is told to.
  "  terminationGracePeriodSeconds: 1",
  "  securityContext:",
  "    runAsUser: 1000",
  "    runAsGroup: 1000",
  "    runAsNonRoot: true",
  "    fsGroup: 1000",
  "    seccompProfile: { type: RuntimeDefault }",
  "  containers:",
  "    - name: files",
  `      image: ${images.main}`,
  '      command: ["sleep", "86400"]',
  "      securityContext:",
  "        allowPrivilegeEscalation: false",
  "        capabilities: { drop: [ALL] }",
  `      volumeMounts: [{ name: cache, mountPath: ${home} }]`,
  "  volumes:",
  "    - name: cache",
  `      persistentVolumeClaim: { claimName: ${cacheClaimObject} }`,
];

const stopped: readonly string[] = [
  change("core.replicas=0"),
  `kubectl wait --for=delete pod -l ${corePods} --timeout=${graceSeconds}s`,
  `kubectl apply -f ${helper}.yaml`,
  `kubectl wait --for=condition=Ready pod/${helper} --timeout=120s`,
];

const started: readonly string[] = [
  `kubectl delete pod ${helper} --wait`,
  change("core.replicas=1"),
  `kubectl rollout status ${deployment}`,
];

/** Source: reference foxctl.md, sections 3.4 and 3.5. */
export const backupChapter: Chapter = {
  title: "Backup and restore",
  paragraphs: [
    proseTable(
      ["State", "Where it is", "Backup"],
      [
        "Stores",
        "the database of `storage.driver`",
        "PostgreSQL: `pg_dump`, below. Turso: Turso's own. SQLite: the claim.",
      ],
      ["Artifacts", "the bucket, or the claim", "the bucket's own versions and replication, or the claim"],
      ["Orchestration", `\`v2_events.db\` in \`${home}\``, "the claim; with an emptyDir there is nothing to save"],
      [
        "Keys made up",
        `the Secret \`${foxctlSecretObject}\``,
        `\`kubectl get secret\`, below; without \`${keyName.oauthEncKey}\` stored OAuth tokens cannot be read`,
      ],
    ),
    "### The database",
    paragraph("One dump is of one moment, so pods may run on. Every store has a schema of its own; take all of them:"),
    shell(
      `dsn="$(kubectl get secret ${ownSecrets.postgres} -o jsonpath='{.data.${keyName.dsn}}' | base64 -d)"`,
      'pg_dump --format=custom --file=foxctl.dump "$dsn"',
    ),
    paragraph("Restore while no pod runs. The release keeps nothing of its own then, so it may go and come back:"),
    shell(
      `helm get values ${release} -o yaml > my-values.yaml`,
      `helm uninstall ${release} --wait`,
      'pg_restore --clean --if-exists --no-owner --dbname="$dsn" foxctl.dump',
      `helm install ${release} charts/foxctl -f my-values.yaml`,
    ),
    "### SQLite on a claim",
    paragraph(
      "Every database is one file with, while it is open, two more beside it (`-wal`, `-shm`). They belong together, so take",
      `the pod down first. Save this as \`${helper}.yaml\`:`,
    ),
    yaml(...helperPod),
    shell(...stopped, `kubectl exec ${helper} -- tar -C ${home} -cf - . > foxctl.tar`, ...started),
    paragraph("And back, into the claim of a release that may be new:"),
    shell(...stopped, `kubectl exec -i ${helper} -- tar -C ${home} -xf - < foxctl.tar`, ...started),
    "### What was made up",
    shell(
      `kubectl get secret ${foxctlSecretObject} -o yaml |`,
      `  sed '/^  \\(uid\\|resourceVersion\\|creationTimestamp\\):/d' > ${foxctlSecretObject}.yaml`,
    ),
    bullets("The saved Secret is in plain: encrypt the file."),
  ],
};
