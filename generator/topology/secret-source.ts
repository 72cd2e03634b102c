import type { ISecretKeySelector } from "kubernetes-models/v1";
import { binding } from "../expressions/binding.ts";
import { type Condition, isSet } from "../expressions/condition.ts";
import type { Expression } from "../expressions/expression.ts";
import { secretData } from "../expressions/lookup.ts";
import type { Reference } from "../expressions/reference.ts";
import { base64 } from "../expressions/text.ts";
import { objectName } from "../kubernetes/names.ts";
import { dataKey, dnsSubdomain } from "../kubernetes/patterns.ts";
import { type HelperOf, helper, include } from "../template/helper.ts";
import type { Templated } from "../template/hole.ts";
import { mapping } from "../template/mapping.ts";
import { when } from "../template/when.ts";
import { type Group, group } from "../values/group.ts";
import { callerOf, type Place } from "../values/place.ts";
import { type SecretText, secret } from "../values/secret.ts";
import { type Text, text } from "../values/text.ts";
import {
  allKeys,
  type EntryKey,
  entryForEachKey,
  entryKeyRuns,
  type NamedKeys,
  type SecretKey,
} from "./secret-keys.ts";

/** One key of a Secret, as its declaration needs it. */
export interface KeyOptions {
  /** What the Secret calls it unless the user says otherwise. */
  readonly key: string;
  readonly description: string;
  /** Form of the value, as a regular expression without anchors. */
  readonly pattern?: string;
}

/** The values of one Secret: an existing one, or what to write into the chart's own. */
export type SecretValues<Id extends string> = Group<{
  readonly existingSecret: Text;
  readonly remoteKey: Text;
  readonly keys: Group<Readonly<Record<Id, Text>>>;
  readonly values: Group<Readonly<Record<Id, SecretText>>>;
}>;

/** Declares the values of one Secret. */
export function secretValues<const Id extends string>(
  description: string,
  keys: Readonly<Record<Id, KeyOptions>>,
): SecretValues<Id> {
  const entries = Object.entries<KeyOptions>(keys);
  const names = entries.map(([id, { key, description: what }]) => [
    id,
    text(`Key with this: ${what}`, { default: key, pattern: dataKey, minLength: 1, maxLength: 253 }),
  ]);
  const provided = entries.map(([id, { description: what, pattern }]) => [
    id,
    secret(what, pattern ? { pattern } : {}),
  ]);
  return group(description, {
    existingSecret: text("Name of a Secret that exists already; the chart then writes none.", {
      pattern: dnsSubdomain,
      maxLength: 253,
    }),
    remoteKey: text("Entry of the secret store that External Secrets reads the keys from, each as a property.", {
      example: "production/foxctl",
    }),
    keys: group("What the keys are called in the Secret.", Object.fromEntries(names)),
    values: group(
      "Values for the Secret that the chart writes. Better kept out of files: see the README.",
      Object.fromEntries(provided),
    ),
  }) as SecretValues<Id>;
}

type KeyUse = Pick<SecretKey, "needed" | "generate" | "optional">;

/** One Secret that components read: where it comes from, and its keys. */
export interface SecretSource<Id extends string = string> extends NamedKeys {
  /** What the name of the chart's own Secret ends with. */
  readonly suffix: string;
  readonly description: string;
  readonly existing: Expression<string>;
  readonly remoteKey: Expression<string>;
  /** Where keys that the chart cannot make up may be kept apart. */
  readonly credentials?: Credentials;
  /** The name of the Secret, existing or the chart's own. */
  readonly nameHelper: HelperOf<string, Readonly<Record<never, never>>>;
  /** Prints the keys whose values the user provides, for the Secret and for the checksum in the pods that read it. */
  readonly dataHelper: HelperOf<{ [key: string]: string }, Readonly<Record<never, never>>>;
  readonly keys: Readonly<Record<Id, SecretKey>>;
  /** Keys that each entry of a map of the user's adds. */
  readonly entryKeys: readonly EntryKey[];
  readonly place: Place;
}

/** An existing Secret with what only the user knows, beside one with what the chart makes up. */
export interface Credentials {
  readonly existing: Expression<string>;
  /** Its name; where there is none, that of the Secret with everything. */
  readonly nameHelper: HelperOf<string, Readonly<Record<never, never>>>;
}

/** What a Secret has beside the keys that its values name. */
export interface FurtherKeys {
  readonly entryKeys?: readonly EntryKey[];
  /** The value that names an existing Secret with what only the user knows. */
  readonly existingCredentials?: Expression<string>;
}

/** Describes a Secret by its values. */
export function secretSource<const Id extends string>(
  suffix: string,
  description: string,
  values: Reference<SecretValues<Id>>,
  keys: Readonly<Record<Id, KeyUse>>,
  { entryKeys = [], existingCredentials }: FurtherKeys = {},
): SecretSource<Id> {
  const given = values as Reference<SecretValues<string>>;
  const entries = Object.entries<KeyUse>(keys).map(([id, key]) => {
    const name = given.keys[id];
    const value = given.values[id];
    if (!name || !value) throw new Error(`the Secret "${suffix}" declares no key "${id}"`);
    return [id, { name, value, ...key }];
  });
  const keyed: Readonly<Record<string, SecretKey>> = Object.fromEntries(entries);
  const named: NamedKeys = { keys: keyed, names: given.keys, values: given.values };
  const nameHelper = helper<string>({
    name: `secretName.${suffix}`,
    comment: `The name of the Secret with ${description}.`,
    body: when(isSet(given.existingSecret), given.existingSecret, objectName(suffix)),
  });
  return {
    suffix,
    description,
    existing: given.existingSecret,
    remoteKey: given.remoteKey,
    nameHelper,
    ...(existingCredentials && {
      credentials: {
        existing: existingCredentials,
        nameHelper: helper({
          name: `credentialsName.${suffix}`,
          comment: `The name of the Secret with those of ${description} that nobody can make up.`,
          body: when(isSet(existingCredentials), existingCredentials, include(nameHelper, {})),
        }),
      },
    }),
    dataHelper: helper({
      name: `secretData.${suffix}`,
      comment: `What the user provides for the Secret with ${description}.`,
      body: mapping(
        ...[allKeys(named), ...entryKeyRuns(entryKeys)].map((run) =>
          entryForEachKey(run, ({ value }) => when<string>(isSet(value), base64(value))),
        ),
      ),
    }),
    ...named,
    keys: keyed as Readonly<Record<Id, SecretKey>>,
    entryKeys,
    place: callerOf(secretSource),
  };
}

/** The name of a Secret, existing or the chart's own. */
export function secretName(source: SecretSource): Expression<string> {
  return include(source.nameHelper, {});
}

/** What the cluster has of a Secret, and the bindings by which it is asked once. */
export function keptSecret(source: SecretSource) {
  const name = binding("name", secretName(source));
  const kept = binding("kept", secretData(name.reference));
  return { bindings: [name, kept], data: kept.reference } as const;
}

/** The name of the Secret with what only the user knows. */
export function credentialsName(source: SecretSource): Expression<string> {
  return source.credentials ? include(source.credentials.nameHelper, {}) : secretName(source);
}

/** The name of the Secret in which a key is. */
function secretNameOf(source: SecretSource, key: SecretKey): Expression<string> {
  return key.generate ? secretName(source) : credentialsName(source);
}

/** One key of a Secret, as an environment variable refers to it. */
export function secretKeyRef(source: SecretSource, key: SecretKey): Templated<ISecretKeySelector> {
  return { name: secretNameOf(source, key), key: key.name, ...(key.optional && { optional: true }) };
}

/** That something reads a Secret, and when. */
export interface SecretUse {
  readonly secret: SecretSource;
  readonly when: Condition;
}

/** An environment variable that comes from a Secret. */
export interface SecretVariable extends SecretUse {
  readonly key: SecretKey;
  /** A plain value that wins over the Secret where it is set. */
  readonly plain?: Expression<string>;
}

/** An environment variable from a key of a Secret. */
export function fromSecret<Id extends string>(
  secret: SecretSource<Id>,
  key: Id,
  options: Pick<SecretVariable, "when" | "plain">,
): SecretVariable {
  return { secret, key: secret.keys[key], ...options };
}
