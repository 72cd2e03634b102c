import type { ISecretStore } from "@kubernetes-models/external-secrets/external-secrets.io/v1";
import { and, equals, isSet } from "../../../expressions/condition.ts";
import { string } from "../../../expressions/text.ts";
import { labels } from "../../../kubernetes/labels.ts";
import { type Document, document, type KubernetesBody } from "../../../template/document.ts";
import type { Templated } from "../../../template/hole.ts";
import { when, whenSet } from "../../../template/when.ts";
import { given } from "../values.ts";
import { account } from "./access.ts";

const { externalSecrets } = given;
const { store } = externalSecrets;
const { aws, vault, gcp } = store;

type Provider = NonNullable<ISecretStore["spec"]>["provider"];
type Part<K extends keyof Provider> = Templated<NonNullable<Provider[K]>>;

/** Every provider is shown who asks by the pod's account. */
const serviceAccountRef = { name: account.name };

const on = (provider: "aws" | "vault") => equals(store.provider, provider);

const awsProvider: Part<"aws"> = {
  service: "SecretsManager",
  region: aws.region,
  role: whenSet(aws.role),
  auth: { jwt: { serviceAccountRef } },
};

const vaultProvider: Part<"vault"> = {
  server: vault.server,
  path: vault.path,
  version: vault.version,
  caProvider: when(isSet(vault.caSecret), { type: "Secret", name: vault.caSecret, key: "ca.crt" }),
  auth: { kubernetes: { mountPath: vault.authPath, role: vault.role, serviceAccountRef } },
};

const gcpProvider: Part<"gcpsm"> = {
  projectID: gcp.projectId,
  auth: {
    workloadIdentity: {
      clusterProjectID: whenSet(gcp.clusterProjectId),
      clusterLocation: gcp.clusterLocation,
      clusterName: gcp.clusterName,
      serviceAccountRef,
    },
  },
};

const body: KubernetesBody & { readonly spec: Templated<NonNullable<ISecretStore["spec"]>> } = {
  apiVersion: string`external-secrets.io/${externalSecrets.apiVersion}`,
  kind: "SecretStore",
  metadata: { name: store.name, labels: labels() },
  spec: {
    provider: when<Provider>(
      on("aws"),
      { aws: awsProvider },
      when<Provider>(on("vault"), { vault: vaultProvider }, { gcpsm: gcpProvider }),
    ),
  },
};

/** Where External Secrets reads from. Source: seed 003, "secret management with External Secrets". */
export const secretStore: Document = document({
  file: "secrets/secret-store",
  comment: "Where External Secrets reads the instance's secrets from, as the pod's account.",
  condition: and(externalSecrets.enabled, store.create),
  body,
});
