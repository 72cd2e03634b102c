import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callApi, clientOf } from "../../ci/cluster/api-client.ts";
import type { ApiServer } from "../../ci/cluster/api-server.ts";
import { type KubernetesVersion, kubernetesVersions } from "../../ci/kubernetes-versions.ts";
import type { KubernetesObject } from "../charts/kubernetes-object.ts";
import { podTemplates } from "../charts/pods.ts";
import { presets } from "../charts/preset.ts";
import { helm, install, type Release } from "./helm.ts";
import { isKept, liveObjects } from "./live-objects.ts";
import { newRelease, startServer } from "./server.ts";

describe.each(Object.keys(kubernetesVersions) as KubernetesVersion[])("on Kubernetes %s", (version) => {
  let server: ApiServer;
  beforeAll(async () => {
    server = await startServer(version);
  });
  afterAll(() => server.stop());

  test.each(presets)("$chart $name installs without a warning, its pods are admitted, and it goes", async (preset) => {
    const release = await newRelease(server, preset, "install");
    await expectPodsAdmitted(release, await install(release, preset));
    await helm(release, "helm4", "uninstall");
    expect([...(await liveObjects(release)).values()].filter((object) => !isKept(object))).toEqual([]);
  });
});

/** A namespace refuses pods and only warns about what makes pods, so the pods are asked for themselves. */
async function expectPodsAdmitted({ server, namespace }: Release, objects: readonly KubernetesObject[]): Promise<void> {
  const client = await clientOf(server);
  const templates = podTemplates(objects);
  expect(templates).not.toEqual([]);
  for (const { metadata, spec } of templates) {
    const { labels, annotations } = metadata;
    const pod = {
      metadata: { name: "admission", labels, annotations },
      // The default of Deployments and the only value they may have.
      spec: { restartPolicy: "Always", ...spec },
    };
    const path = `/api/v1/namespaces/${namespace}/pods?dryRun=All&fieldValidation=Strict`;
    const { status, text } = await callApi(client, "POST", path, pod);
    expect(status, text).toBe(201);
  }
}
