import type { Chapter } from "../../../topology/chart.ts";
import { bullets, paragraph, shell } from "../../../topology/markdown.ts";
import { servicePortOf } from "../../../topology/service.ts";
import { coreHttp } from "../components/core.ts";
import { gatewayHttp } from "../components/gateway.ts";
import { corePods, deployment, gatewayDeployment, gatewayService, release, service } from "./facts.ts";

/** Source: reference foxctl.md, sections 3.3 and 3.6. */
export const firstStepsChapter: Chapter = {
  title: "First steps",
  paragraphs: [
    paragraph(
      `Commands in this guide are for a release called \`${release}\` in kubectl's current namespace. A release of another`,
      `name has objects called after both: \`demo-${release}\`.`,
    ),
    "### Install and wait",
    shell(`helm install ${release} charts/foxctl`, `kubectl rollout status ${deployment}`, `helm test ${release}`),
    paragraph(
      "What Helm tells at the end ends in a checklist for production, worked out from your values: each line is ok, asks",
      "for attention or is of no concern (n/a). `helm get notes` shows it again.",
    ),
    shell(`helm get notes ${release}`),
    "### Reach it",
    shell(
      `kubectl port-forward ${service} 8080:${servicePortOf(coreHttp)} &`,
      "curl -s --retry 5 --retry-connrefused http://localhost:8080/healthz",
      "curl -s http://localhost:8080/readyz",
    ),
    bullets(
      "`/healthz` says that the process runs, `/readyz` that its storage root can be written to. Neither asks the database, " +
        "the bucket or a provider: a pod with a wrong DSN may well be Ready. Its log tells.",
      "The web pod has no login. Whoever reaches its port runs skills and reads its databases, which is why no value " +
        "publishes it by itself.",
    ),
    shell(`kubectl get pods -l ${corePods}`, `kubectl logs ${deployment} --tail=30`),
    "### Try the gateway",
    paragraph(
      "People sign in at the gateway by a link in an e-mail. This profile writes the link into the gateway's log instead:",
    ),
    shell(
      `helm upgrade --install ${release} charts/foxctl -f values/public-gui-local.yaml`,
      `kubectl rollout status ${gatewayDeployment}`,
      `kubectl port-forward ${gatewayService} 4010:${servicePortOf(gatewayHttp)} &`,
      `kubectl logs ${gatewayDeployment} --tail=30`,
    ),
  ],
};
