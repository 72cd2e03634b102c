import type { Chapter } from "../../../topology/chart.ts";
import { bullets, paragraph, shell } from "../../../topology/markdown.ts";
import { keptValues, rollback, upgrade } from "../../guide/upgrading.ts";
import { dataFolder, deployment, graceSeconds, release } from "./facts.ts";

export const upgradingChapter: Chapter = {
  title: "Upgrading and rolling back",
  paragraphs: [
    upgrade({ release, deployment }),
    bullets(
      keptValues,
      `An update is a pause: the old pod ends before the new one starts, within ${graceSeconds} seconds by default while ` +
        "agents finish their turns.",
      "An upgrade that changes nothing restarts nothing. Whatever changes in configuration, routes or values of Secrets " +
        "restarts the pod.",
      `A newer arizuko migrates the databases in \`${dataFolder}\`, and a rollback does not undo that. Save the data before ` +
        "(Backup and restore), and go back with the saved data.",
    ),
    ...rollback({ release, deployment }),
    "### Switching from one profile to another",
    paragraph(
      "The data stay: every profile has the same claim and the same folder on it. Name the new profile with `-f`, without",
      "`--reset-then-reuse-values`, which would keep the old one's values below it. With agents switched on, the last route",
      "for everything that is only kept goes; with agents switched off, it comes back.",
    ),
    shell(`helm upgrade ${release} charts/arizuko -f values/arizuko-dind.yaml`),
  ],
};
