import type { Chapter } from "../../../topology/chart.ts";
import { bullets, paragraph, shell } from "../../../topology/markdown.ts";
import { cacheClaimObject, foxctlSecretObject, gatewaySecretObject, release } from "./facts.ts";

export const uninstallingChapter: Chapter = {
  title: "Uninstalling",
  paragraphs: [
    shell(`helm uninstall ${release}`, "kubectl get pvc,secret"),
    bullets(
      `The claim \`${cacheClaimObject}\` stays, where \`core.cache.kind\` is \`claim\`.`,
      `The Secrets \`${foxctlSecretObject}\` and \`${gatewaySecretObject}\` stay where the chart made keys up.`,
      "Claims, Secrets, databases and buckets of your own are never touched.",
    ),
    paragraph("An install under the same name takes them up again. To be rid of them for good:"),
    shell(
      `kubectl delete pvc ${cacheClaimObject} --ignore-not-found`,
      `kubectl delete secret ${foxctlSecretObject} ${gatewaySecretObject} --ignore-not-found`,
    ),
  ],
};
