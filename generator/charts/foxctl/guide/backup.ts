import type { Chapter } from "../../../topology/chart.ts";
import { bullets, paragraph, proseTable, shell, yaml } from "../../../topology/markdown.ts";
import { filesPod } from "../../guide/files-pod.ts";
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

const files = filesPod({
  release,
  image: images.main,
  claim: cacheClaimObject,
  mountPath: home,
  deployment,
  podSelector: corePods,
  graceSeconds,
  scale: (replicas) => change(`core.replicas=${replicas}`),
});

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
    paragraph(
      "Restore while no pod runs. The release keeps nothing of its own then, so it may go and come back. In one transaction,",
      "all that foxctl's role owns is dropped, what a newer foxctl has added included, and made again from the dump. If",
      "anything fails, the database is as it was:",
    ),
    shell(
      `helm get values ${release} -o yaml > my-values.yaml`,
      `helm uninstall ${release} --wait`,
      `psql --no-align --tuples-only --output=clear.sql "$dsn" <<'SQL'`,
      "SELECT format('DROP SCHEMA %I CASCADE;', nspname) FROM pg_namespace",
      "  WHERE nspowner = current_user::regrole AND nspname !~ '^(pg_|information_schema$|public$)'",
      "UNION ALL SELECT format('DROP TABLE public.%I CASCADE;', tablename) FROM pg_tables",
      "  WHERE schemaname = 'public' AND tableowner = current_user;",
      "SQL",
      "pg_restore --no-owner --no-comments --file=restore.sql foxctl.dump",
      'psql --quiet --single-transaction --set=ON_ERROR_STOP=1 --file=clear.sql --file=restore.sql "$dsn"',
      `helm install ${release} charts/foxctl -f my-values.yaml`,
    ),
    "### SQLite on a claim",
    paragraph(
      "Every database is one file with, while it is open, two more beside it (`-wal`, `-shm`). They belong together, so take",
      `the pod down first. Save this as \`${files.name}.yaml\`:`,
    ),
    yaml(...files.manifest),
    shell(...files.stopped, `kubectl exec ${files.name} -- tar -C ${home} -cf - . > foxctl.tar`, ...files.started),
    paragraph("And back, into the claim of a release that may be new:"),
    shell(...files.stopped, `kubectl exec -i ${files.name} -- tar -C ${home} -xf - < foxctl.tar`, ...files.started),
    "### What was made up",
    shell(
      `kubectl get secret ${foxctlSecretObject} -o yaml |`,
      `  sed '/^  \\(uid\\|resourceVersion\\|creationTimestamp\\):/d' > ${foxctlSecretObject}.yaml`,
    ),
    bullets("The saved Secret is in plain: encrypt the file."),
  ],
};
