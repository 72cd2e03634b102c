import { extraObjectsDocument } from "../../kubernetes/extra-objects.ts";
import type { Chart } from "../../topology/chart.ts";
import { nameResolution } from "../../topology/name-resolution.ts";
import { networkPolicies } from "../../topology/network-policy.ts";
import { secretDocuments } from "../../topology/secret-documents.ts";
import { ownImage } from "../guide/image-loading.ts";
import { releases } from "./changes.ts";
import { accountDocument } from "./components/access.ts";
import { daemons, systemDocuments } from "./components/deployment.ts";
import { exposureDocuments } from "./components/exposure.ts";
import { podMonitorDocument } from "./components/metrics.ts";
import { secretStore } from "./components/secret-store.ts";
import { arizukoSecret } from "./components/secrets.ts";
import { system } from "./components/system.ts";
import { testDocuments, tests } from "./components/tests.ts";
import { guide } from "./guide.ts";
import { notes } from "./notes.ts";
import { dind, kind } from "./profiles/agents.ts";
import { ingress, loadBalancer } from "./profiles/exposure.ts";
import { externalSecretsAws, externalSecretsGcp, externalSecretsVault } from "./profiles/external-secrets.ts";
import { observe } from "./profiles/observe.ts";
import { slack } from "./profiles/slack.ts";
import { telegram } from "./profiles/telegram.ts";
import { rules } from "./rules.ts";
import { commit, repository } from "./upstream.ts";
import { given, values } from "./values.ts";

const components = [system, ...daemons, tests];
const { secrets, externalSecrets, networkPolicy } = given;

/** The chart of arizuko, a system of small daemons that share one pod. */
export const arizuko: Chart<typeof values> = {
  metadata: {
    name: "arizuko",
    description: "arizuko, a gateway between people's channels and agents, in one pod",
    version: releases[0].version,
    appVersion: commit,
    kubeVersion: ">=1.33.0-0",
    home: repository,
    sources: [repository],
    keywords: ["arizuko", "agents", "chat"],
  },
  prerequisites: [ownImage],
  releases,
  values,
  rules,
  components,
  secrets: [arizukoSecret],
  documents: [
    ...systemDocuments,
    ...exposureDocuments,
    ...secretDocuments([arizukoSecret], { generate: secrets.generate, externalSecrets }),
    secretStore,
    accountDocument,
    podMonitorDocument,
    ...networkPolicies({
      enabled: networkPolicy.enabled,
      components,
      egress: [nameResolution(networkPolicy.dns)],
    }),
    ...testDocuments,
    extraObjectsDocument,
  ],
  profiles: [
    telegram,
    slack,
    externalSecretsAws,
    externalSecretsVault,
    externalSecretsGcp,
    dind,
    kind,
    observe,
    ingress,
    loadBalancer,
  ],
  guide,
  notes,
};
