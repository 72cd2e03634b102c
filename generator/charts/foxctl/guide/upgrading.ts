import type { Chapter } from "../../../topology/chart.ts";
import { bullets, paragraph, proseTable, shell } from "../../../topology/markdown.ts";
import { keptValues, rollback, upgrade } from "../../guide/upgrading.ts";
import { deployment, release } from "./facts.ts";

export const upgradingChapter: Chapter = {
  title: "Upgrading and rolling back",
  paragraphs: [
    upgrade({ release, deployment }),
    bullets(
      keptValues,
      "With shared state (PostgreSQL or Turso, and S3) pods are replaced one by one. Otherwise the old pod ends before the " +
        "new one starts: two would write to one SQLite file.",
      "An upgrade that changes nothing restarts nothing. Changed configuration restarts exactly the pods that read it.",
      "An upgrade with a newer foxctl migrates the database, and a rollback does not undo that: back it up first.",
    ),
    ...rollback({ release, deployment }),
    "### Switching on an autoscaler",
    paragraph(
      "The Deployment then no longer says how many pods there are, and Kubernetes falls back to one until the autoscaler has",
      "counted, which takes it 15 to 60 seconds. To keep them, let the autoscaler have them from the start:",
    ),
    shell(
      `helm upgrade ${release} charts/foxctl -f values/postgres.yaml --set core.autoscaling.minReplicas=3`,
      `kubectl scale ${deployment} --replicas=3`,
    ),
    paragraph(
      "Switching it off gives the Deployment `core.replicas` pods at once. Autoscalers need the cluster's metrics server.",
    ),
    "### Switching from one profile to another",
    paragraph(
      "Data do not move by themselves, and notes tell what becomes of state. Name the new profile with `-f`, without",
      "`--reset-then-reuse-values`, which would keep the old one's values below it:",
    ),
    shell(`helm upgrade ${release} charts/foxctl -f values/postgres.yaml`),
    proseTable(
      ["From", "To", "What to know"],
      ["`local`", "`postgres`", "Starts empty: foxctl has no command that copies SQLite into PostgreSQL."],
      ["`base`", "`postgres`", "Starts empty, for the same reason; artifacts stay if the bucket does."],
      ["`postgres`", "`public-gui`", "State stays. One web pod instead of several; the way in leads to the gateway."],
      ["`public-gui`", "`postgres`", "State stays. Nothing is published any more."],
      ["any", "the same with `foxctl-current`", "Only commands and probes change."],
    ),
    paragraph(
      "A claim that a former profile had (`core.cache.kind` `claim`) stays, and is taken up again with the same name.",
    ),
  ],
};
