import type { Chapter } from "../../topology/chart.ts";
import { postRenderingChapter } from "../guide/post-rendering.ts";
import { adaptersChapter } from "./guide/adapters.ts";
import { agentsChapter } from "./guide/agents.ts";
import { backupChapter } from "./guide/backup.ts";
import { differencesChapter } from "./guide/differences.ts";
import { release } from "./guide/facts.ts";
import { firstStepsChapter } from "./guide/first-steps.ts";
import { imagesChapter } from "./guide/images.ts";
import { insideChapter } from "./guide/inside.ts";
import { limitsChapter } from "./guide/limits.ts";
import { movingChapter } from "./guide/moving.ts";
import { rotationChapter } from "./guide/rotation.ts";
import { secretsChapter } from "./guide/secrets.ts";
import { troubleshootingChapter } from "./guide/troubleshooting.ts";
import { uninstallingChapter } from "./guide/uninstalling.ts";
import { upgradingChapter } from "./guide/upgrading.ts";
import { waysInChapter } from "./guide/ways-in.ts";
import { withoutAgentsChapter } from "./guide/without-agents.ts";

/** Chapters of the README, in the order in which a person needs them. */
export const guide: readonly Chapter[] = [
  imagesChapter,
  firstStepsChapter,
  insideChapter,
  agentsChapter,
  withoutAgentsChapter,
  adaptersChapter,
  secretsChapter,
  rotationChapter,
  waysInChapter,
  upgradingChapter,
  backupChapter,
  movingChapter,
  postRenderingChapter(release),
  uninstallingChapter,
  differencesChapter,
  limitsChapter,
  troubleshootingChapter,
];
