import { execa } from "execa";
import { beforeAll, describe, expect, test } from "vitest";
import { stringify } from "yaml";
import type { KubernetesVersion } from "../kubernetes-versions.ts";
import { toolPath } from "../tools/install.ts";
import { schemaArguments } from "./schema-locations.ts";

/** A valid object, and the changes that must each make it invalid. */
interface Case {
  readonly kind: string;
  readonly manifest: (spec: object) => object;
  readonly spec: object;
  readonly invalid: Readonly<Record<string, object>>;
}

const container = {
  name: "main",
  image: "example.org/app:1",
  ports: [{ containerPort: 8080 }],
  resources: { limits: { cpu: 1, memory: "128Mi" } },
  livenessProbe: { httpGet: { path: "/", port: "http" } },
};
const template = { metadata: { labels: { app: "x" } }, spec: { containers: [container] } };
const deployment = { replicas: 1, selector: { matchLabels: { app: "x" } }, template };
const route = {
  parentRefs: [{ name: "gateway" }],
  hostnames: ["example.org"],
  rules: [{ backendRefs: [{ name: "x", port: 80 }] }],
};
const externalSecret = {
  refreshInterval: "1h",
  secretStoreRef: { name: "store" },
  dataFrom: [{ extract: { key: "x" } }],
};

const cases: readonly Case[] = [
  {
    kind: "Deployment",
    manifest: (spec) => ({ apiVersion: "apps/v1", kind: "Deployment", metadata: { name: "x" }, spec }),
    spec: deployment,
    invalid: {
      "unknown field": {
        ...deployment,
        template: { ...template, spec: { containers: [{ ...container, prots: [] }] } },
      },
      "wrong type": { ...deployment, replicas: "one" },
      "missing field": { replicas: 1, template },
    },
  },
  {
    kind: "HTTPRoute",
    manifest: (spec) => ({
      apiVersion: "gateway.networking.k8s.io/v1",
      kind: "HTTPRoute",
      metadata: { name: "x" },
      spec,
    }),
    spec: route,
    invalid: {
      "unknown field": { ...route, rules: [{ backendReferences: [] }] },
      "wrong type": { ...route, hostnames: "example.org" },
      "port out of range": { ...route, rules: [{ backendRefs: [{ name: "x", port: 70_000 }] }] },
    },
  },
  {
    kind: "ExternalSecret",
    manifest: (spec) => ({
      apiVersion: "external-secrets.io/v1",
      kind: "ExternalSecret",
      metadata: { name: "x" },
      spec,
    }),
    spec: externalSecret,
    invalid: {
      "unknown field": { ...externalSecret, dataFrom: [{ extract: { key: "x", versoin: "1" } }] },
      "wrong type": { ...externalSecret, refreshInterval: { hours: 1 } },
      "unknown metadata field": { ...externalSecret, target: { template: { metadata: { labls: {} } } } },
    },
  },
];

async function kubeconform(
  version: KubernetesVersion,
  manifest: object,
): Promise<{ accepted: boolean; output: string }> {
  const schemas = await schemaArguments(version);
  const result = await execa(await toolPath("kubeconform"), ["-strict", ...schemas, "-"], {
    input: stringify(manifest),
    reject: false,
  });
  return { accepted: result.exitCode === 0, output: result.stdout };
}

// On a new machine the tool is built first.
beforeAll(async () => {
  await toolPath("kubeconform");
}, 600_000);

describe.each(["1.33", "1.36"] as const)("schemas of Kubernetes %s", (version) => {
  describe.each(cases)("$kind", ({ manifest, spec, invalid }) => {
    test("a valid object is accepted", async () => {
      expect(await kubeconform(version, manifest(spec))).toEqual({ accepted: true, output: "" });
    });

    test.each(Object.entries(invalid))("%s is refused", async (_, wrong) => {
      const { accepted, output } = await kubeconform(version, manifest(wrong));
      expect(accepted, output).toBe(false);
      expect(output).toContain("is invalid");
    });
  });

  test("a kind nobody knows is refused", async () => {
    const { output } = await kubeconform(version, {
      apiVersion: "apps/v1",
      kind: "Deploymnt",
      metadata: { name: "x" },
    });
    expect(output).toContain("could not find schema");
  });

  test("a kind of another API version is refused", async () => {
    const { output } = await kubeconform(version, {
      apiVersion: "apps/v1beta1",
      kind: "Deployment",
      metadata: { name: "x" },
    });
    expect(output).toContain("could not find schema");
  });
});
