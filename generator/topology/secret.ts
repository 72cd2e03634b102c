import type { ISecret } from "kubernetes-models/v1";
import { binding } from "../expressions/binding.ts";
import { and, type Condition, hasKey, isSet, not } from "../expressions/condition.ts";
import { type Expression, node } from "../expressions/expression.ts";
import { identity } from "../expressions/identity.ts";
import { clusterAnswers } from "../expressions/lookup.ts";
import { base64, valueAt } from "../expressions/text.ts";
import { labels } from "../kubernetes/labels.ts";
import { objectName } from "../kubernetes/names.ts";
import type { Document } from "../template/document.ts";
import { boundFragment, fragment, helper, printed } from "../template/helper.ts";
import type { Maybe, Templated } from "../template/hole.ts";
import { mapping } from "../template/mapping.ts";
import { when } from "../template/when.ts";
import {
  entryForEachKey,
  isRandom,
  neededAmong,
  type RandomKey,
  type SecretKey,
  someKeys,
  someNeeded,
} from "./secret-keys.ts";
import { keptSecret, type SecretSource } from "./secret-source.ts";

/** How the Secrets of a chart come to be. */
export interface SecretOptions {
  /** Whether the chart may make up values. */
  readonly generate: Condition;
  /** Whether External Secrets makes the Secret instead. */
  readonly external: Condition;
}

/** The chart's own Secret: there as long as there is something to put into it. */
export function secret(source: SecretSource, { generate, external }: SecretOptions): Document {
  const random = Object.values<SecretKey>(source.keys).filter(isRandom);
  const content = random.length > 0 ? contentWithRandom(source, random, generate) : source.dataHelper;
  const data = binding("data", printed(content, {}));
  const body: Templated<ISecret> = {
    apiVersion: "v1",
    kind: "Secret",
    metadata: {
      name: objectName(source.suffix),
      labels: labels(),
      ...(random.length > 0 && { annotations: { "helm.sh/resource-policy": "keep" } }),
    },
    type: "Opaque",
    data: boundFragment(content, data),
  };
  return {
    file: `secrets/${source.suffix}`,
    comment: `The Secret with ${source.description}: what values provide${random.length > 0 ? ", and what is made up once and kept" : ""}.`,
    condition: and(not(isSet(source.existing)), not(and(external, isSet(source.remoteKey))), isSet(data.reference)),
    bindings: [data],
    body,
    place: source.place,
  };
}

/**
 * What the user provides, and what the chart makes up once and keeps. Without a cluster to ask, nothing is made up:
 * another value at each rendering would be worse than none, and pods wait for a Secret that lacks.
 */
function contentWithRandom(source: SecretSource, random: readonly RandomKey[], generate: Condition) {
  const { bindings, data: kept } = keptSecret(source);
  const making = binding("generate", and(generate, someNeeded(random), clusterAnswers(kept)));
  const runs = alike(random).map(({ content, keys }) =>
    entryForEachKey(someKeys(source, keys), (key) => {
      const made = and(making.reference, neededAmong(key, random));
      return keptOrNew(key, kept, when<string>(made, base64(content)));
    }),
  );
  return helper<{ [key: string]: string }>({
    name: `secretContent.${source.suffix}`,
    comment: `What the Secret with ${source.description} holds: what values provide, and what is made up once and kept.`,
    bindings: [...bindings, making],
    body: mapping(fragment(source.dataHelper, {}), ...runs),
  });
}

/** Keys that are made up in the same way, and how. */
function alike(random: readonly RandomKey[]) {
  const contents = new Map(random.map(({ generate }) => [identity(generate[node]), generate]));
  return [...contents].map(([form, content]) => ({
    content,
    keys: random.filter(({ generate }) => identity(generate[node]) === form),
  }));
}

/** What a Secret in the cluster has under a key, or something new; nothing where the user provides it. */
function keptOrNew(
  { name, value }: SecretKey,
  kept: Expression<Readonly<Record<string, string>>>,
  fresh: Maybe<string>,
): Maybe<string> {
  return when<string>(not(isSet(value)), when<string>(hasKey(kept, name), valueAt(kept, name), fresh));
}
