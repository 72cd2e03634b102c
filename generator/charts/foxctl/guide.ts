import type { Chapter } from "../../topology/chart.ts";
import { postRenderingChapter } from "../guide/post-rendering.ts";
import { backupChapter } from "./guide/backup.ts";
import { choosingChapter } from "./guide/choosing.ts";
import { databaseChapter } from "./guide/database.ts";
import { release } from "./guide/facts.ts";
import { firstStepsChapter } from "./guide/first-steps.ts";
import { imagesChapter } from "./guide/images.ts";
import { movingChapter } from "./guide/moving.ts";
import { secretsChapter } from "./guide/secrets.ts";
import { troubleshootingChapter } from "./guide/troubleshooting.ts";
import { uninstallingChapter } from "./guide/uninstalling.ts";
import { upgradingChapter } from "./guide/upgrading.ts";

/** Chapters of the README, in the order in which a person needs them. */
export const guide: readonly Chapter[] = [
  choosingChapter,
  imagesChapter,
  firstStepsChapter,
  databaseChapter,
  secretsChapter,
  upgradingChapter,
  backupChapter,
  movingChapter,
  postRenderingChapter(release),
  uninstallingChapter,
  troubleshootingChapter,
];
