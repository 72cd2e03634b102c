import type { IExternalSecret } from "@kubernetes-models/external-secrets/external-secrets.io/v1";
import { and, type Condition, isSet, never, not, or } from "../expressions/condition.ts";
import type { Expression } from "../expressions/expression.ts";
import { string } from "../expressions/text.ts";
import { labels } from "../kubernetes/labels.ts";
import { objectName } from "../kubernetes/names.ts";
import type { Document, KubernetesBody } from "../template/document.ts";
import { fragment, helper } from "../template/helper.ts";
import type { Templated } from "../template/hole.ts";
import { when } from "../template/when.ts";
import { entryKeyRuns, itemForEachKey, type SecretKey, someKeys } from "./secret-keys.ts";
import type { SecretSource } from "./secret-source.ts";

type RemoteData = NonNullable<NonNullable<IExternalSecret["spec"]>["data"]>;
type RemoteItem = RemoteData[number];

/** Where External Secrets reads from. */
export interface ExternalSecretOptions {
  readonly enabled: Condition;
  readonly apiVersion: Expression<"v1" | "v1beta1">;
  readonly storeKind: Expression<"SecretStore" | "ClusterSecretStore">;
  readonly storeName: Expression<string>;
  readonly refreshInterval: Expression<string>;
}

/** The Secret as External Secrets fetches it: the keys that this release needs, and no others. */
export function externalSecret(source: SecretSource, options: ExternalSecretOptions): Document {
  const keys = Object.values<SecretKey>(source.keys).filter(({ needed }) => needed !== never);
  // One that the store lacks would keep the operator from making any of the Secret.
  const entryKeys = source.entryKeys.filter(({ optional }) => !optional);
  const remoteData = helper<RemoteData>({
    name: `remoteKeys.${source.suffix}`,
    comment: `The keys of the Secret with ${source.description} that this release needs, and where they are kept.`,
    body: [someKeys(source, keys), ...entryKeyRuns(entryKeys)].flatMap((run) =>
      itemForEachKey<RemoteItem>(run, ({ name, needed }) =>
        when<RemoteItem>(needed, { secretKey: name, remoteRef: { key: source.remoteKey, property: name } }),
      ),
    ),
  });
  const body: KubernetesBody & { readonly spec: Templated<NonNullable<IExternalSecret["spec"]>> } = {
    apiVersion: string`external-secrets.io/${options.apiVersion}`,
    kind: "ExternalSecret",
    metadata: { name: objectName(source.suffix), labels: labels() },
    spec: {
      refreshInterval: options.refreshInterval,
      secretStoreRef: { kind: options.storeKind, name: options.storeName },
      target: { name: objectName(source.suffix), creationPolicy: "Owner" },
      data: fragment(remoteData, {}),
    },
  };
  return {
    file: `secrets/${source.suffix}-external`,
    comment: `Has External Secrets make the Secret with ${source.description}.`,
    condition: and(
      options.enabled,
      isSet(source.remoteKey),
      not(isSet(source.existing)),
      or(...keys.map(({ needed }) => needed), ...source.entryKeys.map(({ needed }) => needed)),
    ),
    bindings: [],
    body,
    place: source.place,
  };
}
