import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ApiServer } from "../../ci/cluster/api-server.ts";
import { kubectl } from "../../ci/cluster/kubectl.ts";
import { type KubernetesVersion, kubernetesVersions } from "../../ci/kubernetes-versions.ts";
import { podTemplates } from "../charts/pods.ts";
import { presets } from "../charts/preset.ts";
import { helm, install, type Release, releasedObjects } from "./helm.ts";
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
    await install(release, preset);
    await expectPodsAdmitted(release);
    await helm(release, "helm4", "uninstall");
    expect([...(await liveObjects(release)).values()].filter((object) => !isKept(object))).toEqual([]);
  });
});

/** A namespace refuses pods and only warns about what makes pods, so the pods are asked for themselves. */
async function expectPodsAdmitted(release: Release): Promise<void> {
  const pods = podTemplates(await releasedObjects(release)).map(
    ({ metadata: { labels, annotations }, spec }, index) => ({
      apiVersion: "v1",
      kind: "Pod",
      metadata: { name: `admission-${index}`, namespace: release.namespace, labels, annotations },
      // The default of Deployments and the only value they may have.
      spec: { restartPolicy: "Always", ...spec },
    }),
  );
  expect(pods.length).toBeGreaterThan(0);
  const list = JSON.stringify({ apiVersion: "v1", kind: "List", items: pods });
  const created = await kubectl(
    release.server,
    ["create", "--dry-run=server", "--output", "name", "--filename", "-"],
    list,
  );
  expect(created.split("\n").filter(Boolean)).toEqual(pods.map(({ metadata: { name } }) => `pod/${name}`));
}
