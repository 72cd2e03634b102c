import type { Condition } from "../expressions/condition.ts";
import type { Document } from "../template/document.ts";
import { externalSecret } from "./external-secret.ts";
import type { ExternalSecretsReference } from "./external-secret-values.ts";
import { secret } from "./secret.ts";
import type { SecretSource } from "./secret-source.ts";

/** What decides who makes the Secrets of a chart. */
export interface SecretDocumentsOptions {
  /** Whether the chart may make up values. */
  readonly generate: Condition;
  readonly externalSecrets: ExternalSecretsReference;
}

/** Every Secret both ways: as the chart writes it, and as External Secrets fetches it. Values choose one of them. */
export function secretDocuments(
  sources: readonly SecretSource[],
  { generate, externalSecrets }: SecretDocumentsOptions,
): readonly Document[] {
  const { enabled, apiVersion, store, refreshInterval } = externalSecrets;
  return sources.flatMap((source) => [
    secret(source, { generate, external: enabled }),
    externalSecret(source, {
      enabled,
      apiVersion,
      storeKind: store.kind,
      storeName: store.name,
      refreshInterval,
    }),
  ]);
}
