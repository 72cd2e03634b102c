import type { Chapter } from "../../../topology/chart.ts";
import { bullets, paragraph, shell } from "../../../topology/markdown.ts";
import { dataFolder, deployment, graceSeconds, release } from "./facts.ts";

export const upgradingChapter: Chapter = {
  title: "Upgrading and rolling back",
  paragraphs: [
    shell(
      `helm upgrade ${release} charts/arizuko --reset-then-reuse-values`,
      `kubectl rollout status ${deployment}`,
      `helm history ${release}`,
    ),
    bullets(
      "`--reset-then-reuse-values` starts from the new chart's defaults and lays your values over them. With `--reuse-values` " +
        "what is new in the chart is missing, and Helm refuses. Naming your files again (`-f`) does as well.",
      `An update is a pause: the old pod ends before the new one starts, within ${graceSeconds} seconds by default while ` +
        "agents finish their turns.",
      "An upgrade that changes nothing restarts nothing. Whatever changes in configuration, routes or values of Secrets " +
        "restarts the pod.",
      `A newer arizuko migrates the databases in \`${dataFolder}\`, and a rollback does not undo that. Save the data before ` +
        "(Backup and restore), and go back with the saved data.",
    ),
    shell(`helm rollback ${release}`, `kubectl rollout status ${deployment}`),
    paragraph(
      "Helm 4's rollback refuses (`conflict with`) where somebody has changed an object by kubectl since, such as a Secret's",
      "value that was rotated; `--force-conflicts` would bring the old value back. An upgrade with what there was keeps it:",
      `\`helm get values ${release} --revision N\` has the values of revision N.`,
    ),
    "### Switching from one profile to another",
    paragraph(
      "The data stay: every profile has the same claim and the same folder on it. Name the new profile with `-f`, without",
      "`--reset-then-reuse-values`, which would keep the old one's values below it. With agents switched on, the last route",
      "for everything that is only kept goes; with agents switched off, it comes back.",
    ),
    shell(`helm upgrade ${release} charts/arizuko -f values/arizuko-dind.yaml`),
  ],
};
