import { expect } from "vitest";
import { callApi, clientOf } from "../../ci/cluster/api-client.ts";
import type { KubernetesObject } from "../charts/kubernetes-object.ts";
import { podTemplates } from "../charts/pods.ts";
import type { Release } from "./helm.ts";

/** A namespace refuses pods and only warns about what makes pods, so the pods are asked for themselves. */
export async function expectPodsAdmitted(
  { server, namespace }: Release,
  objects: readonly KubernetesObject[],
): Promise<void> {
  const client = await clientOf(server);
  const templates = podTemplates(objects);
  expect(templates).not.toEqual([]);
  for (const { owner, metadata, spec } of templates) {
    const { labels, annotations } = metadata;
    const pod = {
      metadata: { name: "admission", labels, annotations },
      // The default of Deployments and the only value they may have.
      spec: { restartPolicy: "Always", ...spec },
    };
    const path = `/api/v1/namespaces/${namespace}/pods?dryRun=All&fieldValidation=Strict`;
    const { status, text } = await callApi(client, "POST", path, pod);
    expect(status, `${owner}: ${text}`).toBe(201);
  }
}
