import type { Document } from "../../../template/document.ts";
import { externalSecret } from "../../../topology/external-secret.ts";
import { secret } from "../../../topology/secret.ts";
import type { SecretSource } from "../../../topology/secret-source.ts";
import { given } from "../values.ts";
import { awsSecret, chatSecret, foxctlSecret, gatewaySecret, gitSecret, postgresSecret } from "./secrets.ts";

const { secrets, externalSecrets } = given;

export const secretSources: readonly SecretSource[] = [
  foxctlSecret,
  postgresSecret,
  awsSecret,
  gitSecret,
  chatSecret,
  gatewaySecret,
];

export const secretDocuments: readonly Document[] = secretSources.flatMap((source) => [
  secret(source, { generate: secrets.generate, external: externalSecrets.enabled }),
  externalSecret(source, {
    enabled: externalSecrets.enabled,
    apiVersion: externalSecrets.apiVersion,
    storeKind: externalSecrets.store.kind,
    storeName: externalSecrets.store.name,
    refreshInterval: externalSecrets.refreshInterval,
  }),
]);
