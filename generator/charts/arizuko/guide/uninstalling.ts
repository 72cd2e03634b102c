import type { Chapter } from "../../../topology/chart.ts";
import { bullets, paragraph, shell } from "../../../topology/markdown.ts";
import { dataClaim, release, secretObject } from "./facts.ts";

export const uninstallingChapter: Chapter = {
  title: "Uninstalling",
  paragraphs: [
    shell(`helm uninstall ${release}`, "kubectl get pvc,secret"),
    bullets(
      `The claim \`${dataClaim}\` stays, unless \`persistence.keep\` is false.`,
      `The Secret \`${secretObject}\` stays where the chart made keys up. It fits the data, so keep both or neither.`,
      "Claims and Secrets of your own are never touched. The claim with the Docker engine's images goes.",
    ),
    paragraph("An install under the same name takes both up again, and goes on where the former release ended."),
    shell("# with all data, for good", `kubectl delete pvc ${dataClaim}`, `kubectl delete secret ${secretObject}`),
  ],
};
