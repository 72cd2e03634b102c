import { extraObjectsDocument } from "../../kubernetes/extra-objects.ts";
import type { Chart } from "../../topology/chart.ts";
import { networkPolicies } from "../../topology/network-policy.ts";
import { secretDocuments } from "../../topology/secret-documents.ts";
import { ownImage } from "../guide/image-loading.ts";
import { releases } from "./changes.ts";
import { accessDocuments } from "./components/access.ts";
import { chat, chatDocuments } from "./components/chat.ts";
import { core, coreDocuments } from "./components/core.ts";
import { embeddingWorker, embeddingWorkerDocuments } from "./components/embedding-worker.ts";
import { exposureDocuments } from "./components/exposure.ts";
import { gateway, gatewayDocuments } from "./components/gateway.ts";
import { maintenanceComponents, maintenanceDocuments } from "./components/maintenance.ts";
import { policies } from "./components/network-policies.ts";
import { secretSources } from "./components/secrets.ts";
import { testDocuments, tests } from "./components/tests.ts";
import { workspace, workspaceDocuments } from "./components/workspace.ts";
import { guide } from "./guide.ts";
import { notes } from "./notes.ts";
import { base } from "./profiles/base.ts";
import { foxctlCurrent } from "./profiles/foxctl-current.ts";
import { local } from "./profiles/local.ts";
import { postgres } from "./profiles/postgres.ts";
import { publicGui } from "./profiles/public-gui.ts";
import { publicGuiLocal } from "./profiles/public-gui-local.ts";
import { rules } from "./rules.ts";
import { commit, repository } from "./upstream.ts";
import { given, values } from "./values.ts";

const { secrets, externalSecrets } = given;

const components = [core, gateway, chat, embeddingWorker, ...maintenanceComponents, workspace, tests];

/** The chart of foxctl, an agent platform. */
export const foxctl: Chart<typeof values> = {
  metadata: {
    name: "foxctl",
    description: "foxctl, an agent platform: web API, workers and sign-in gateway",
    version: releases[0].version,
    appVersion: commit,
    kubeVersion: ">=1.33.0-0",
    home: repository,
    sources: [repository],
    keywords: ["foxctl", "agents", "ai"],
  },
  prerequisites: [ownImage],
  releases,
  values,
  rules,
  components,
  secrets: secretSources,
  documents: [
    ...coreDocuments,
    ...gatewayDocuments,
    ...chatDocuments,
    ...embeddingWorkerDocuments,
    ...maintenanceDocuments,
    ...workspaceDocuments,
    ...exposureDocuments,
    ...secretDocuments(secretSources, { generate: secrets.generate, externalSecrets }),
    ...accessDocuments,
    ...networkPolicies({ ...policies, components }),
    ...testDocuments,
    extraObjectsDocument,
  ],
  profiles: [local, postgres, publicGui, publicGuiLocal, base, foxctlCurrent],
  guide,
  notes,
};
