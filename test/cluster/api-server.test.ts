import { access } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ApiServer, startApiServer } from "../../ci/cluster/api-server.ts";
import { applyCrds } from "../../ci/cluster/crds.ts";
import { kubectl } from "../../ci/cluster/kubectl.ts";
import { createNamespace } from "../../ci/cluster/namespace.ts";
import { kubernetesVersions } from "../../ci/kubernetes-versions.ts";
import { ensureTools, toolPath } from "../../ci/tools/install.ts";
import { printProgress } from "../../ci/tools/progress.ts";
import { patience } from "../patience.ts";

const httpRoute = {
  apiVersion: "gateway.networking.k8s.io/v1",
  kind: "HTTPRoute",
  metadata: { name: "x" },
  spec: { parentRefs: [{ name: "gateway" }], rules: [{ backendRefs: [{ name: "x", port: 80 }] }] },
};

const externalSecret = {
  apiVersion: "external-secrets.io/v1",
  kind: "ExternalSecret",
  metadata: { name: "x" },
  spec: { refreshInterval: "1h", secretStoreRef: { name: "store" }, dataFrom: [{ extract: { key: "x" } }] },
};

const carelessPod = {
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "careless" },
  spec: { containers: [{ name: "main", image: "example.org/app:1" }] },
};

const restrictedPod = {
  ...carelessPod,
  metadata: { name: "restricted" },
  spec: {
    securityContext: { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } },
    containers: [
      {
        name: "main",
        image: "example.org/app:1",
        securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } },
      },
    ],
  },
};

// On a new machine the tools are built first.
beforeAll(async () => {
  await ensureTools(["helm4", "helm3", "etcd", "kubectl", "kube-apiserver-1.33", "kube-apiserver-1.36"], printProgress);
}, 1_800_000);

describe.each(["1.33", "1.36"] as const)("API server of Kubernetes %s", (version) => {
  let server: ApiServer;

  beforeAll(async () => {
    server = await startApiServer(version);
    await applyCrds(server);
    await createNamespace(server, "restricted");
  }, patience);

  afterAll(async () => {
    await server.stop();
    await expect(access(server.folder)).rejects.toThrow("ENOENT");
  });

  function create(manifest: object, ...more: readonly string[]): Promise<string> {
    const options = ["--namespace", "restricted", "--filename", "-", ...more];
    return kubectl(server, ["create", ...options], JSON.stringify(manifest));
  }

  test("it is the version that was asked for", async () => {
    expect(JSON.parse(await kubectl(server, ["get", "--raw", "/version"]))).toMatchObject({
      gitVersion: `v${kubernetesVersions[version]}`,
    });
  });

  test("custom resources are stored, and invalid ones refused", async () => {
    await create(httpRoute);
    await create(externalSecret);
    const portless = { ...httpRoute.spec, rules: [{ backendRefs: [{ name: "x" }] }] };
    await expect(create({ ...httpRoute, spec: portless }, "--dry-run=server")).rejects.toThrow("Must have port");
    const misspelt = { ...externalSecret.spec, refreshIntervall: "1h" };
    await expect(create({ ...externalSecret, spec: misspelt }, "--dry-run=server")).rejects.toThrow("unknown field");
  });

  test("pods must keep to the restricted level", async () => {
    await expect(create(carelessPod)).rejects.toThrow("violates PodSecurity");
    await create(restrictedPod);
  });

  test("service accounts may do only what RBAC allows", async () => {
    const asAccount = ["--as", "system:serviceaccount:restricted:default", "--as-group", "system:authenticated"];
    await expect(kubectl(server, ["get", "pods", "--namespace", "restricted", ...asAccount])).rejects.toThrow(
      "forbidden",
    );
  });

  test.each(["helm4", "helm3"] as const)("%s installs a chart", async (tool) => {
    const helm = await toolPath(tool);
    const options = { env: server.env, cwd: server.folder };
    await execa(helm, ["create", tool], options);
    await execa(helm, ["install", tool, join(server.folder, tool), "--namespace", "restricted"], options);
    const { stdout } = await execa(helm, ["list", "--namespace", "restricted", "--output", "json"], options);
    expect(JSON.parse(stdout)).toContainEqual(expect.objectContaining({ name: tool, status: "deployed" }));
  });
});
