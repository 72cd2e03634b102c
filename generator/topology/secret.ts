import type { ISecret } from "kubernetes-models/v1";
import { binding } from "../expressions/binding.ts";
import { and, type Condition, hasKey, isSet, not, or } from "../expressions/condition.ts";
import type { Expression } from "../expressions/expression.ts";
import { clusterAnswers, secretData } from "../expressions/lookup.ts";
import { base64, valueAt } from "../expressions/text.ts";
import { labels } from "../kubernetes/labels.ts";
import { objectName } from "../kubernetes/names.ts";
import type { Document } from "../template/document.ts";
import { fragment, printed } from "../template/helper.ts";
import type { Templated } from "../template/hole.ts";
import { entry, mapping } from "../template/mapping.ts";
import { when } from "../template/when.ts";
import { neededAmong, type SecretKey, type SecretSource, secretName, someNeeded } from "./secret-source.ts";

/** How the Secrets of a chart come to be. */
export interface SecretOptions {
  /** Whether the chart may make up values. */
  readonly generate: Condition;
  /** Whether External Secrets makes the Secret instead. */
  readonly external: Condition;
}

/**
 * The chart's own Secret: what the user provides, and what the chart makes up once and keeps. Without a cluster to ask,
 * nothing is made up: another value at each rendering would be worse than none, and pods wait for a Secret that lacks.
 */
export function secret(source: SecretSource, { generate, external }: SecretOptions): Document {
  const name = binding("name", secretName(source));
  const kept = binding("kept", secretData(name.reference));
  const random = Object.entries<SecretKey>(source.keys).flatMap(([id, { generate: content, ...key }]) =>
    content ? [{ ...key, content, key: binding(id, key.name) }] : [],
  );
  const making = binding("generate", and(generate, someNeeded(random), clusterAnswers(kept.reference)));
  const generated = random.map(({ key, content, needed, value }) => {
    const made = and(making.reference, neededAmong({ needed }, random));
    return {
      key,
      content: keptOr(kept.reference, key.reference, content),
      condition: and(not(isSet(value)), or(hasKey(kept.reference, key.reference), made)),
    };
  });
  const provided = isSet(printed(source.dataHelper, {}));
  const body: Templated<ISecret> = {
    apiVersion: "v1",
    kind: "Secret",
    metadata: {
      name: objectName(source.suffix),
      labels: labels(),
      ...(generated.length > 0 && { annotations: { "helm.sh/resource-policy": "keep" } }),
    },
    type: "Opaque",
    data: mapping(
      fragment(source.dataHelper, {}),
      ...generated.map(({ key, content, condition }) => entry(key.reference, when<string>(condition, content))),
    ),
  };
  return {
    file: `secrets/${source.suffix}`,
    comment: `The Secret with ${source.description}: what values provide${generated.length > 0 ? ", and what is made up once and kept" : ""}.`,
    condition: and(
      not(isSet(source.existing)),
      not(and(external, isSet(source.remoteKey))),
      or(provided, ...generated.map(({ condition }) => condition)),
    ),
    bindings: generated.length > 0 ? [name, kept, making, ...generated.map(({ key }) => key)] : [],
    body,
    place: source.place,
  };
}

function keptOr(
  kept: Expression<Readonly<Record<string, string>>>,
  name: Expression<string>,
  generate: Expression<string>,
): Templated<string> {
  return when<string>(hasKey(kept, name), valueAt(kept, name), base64(generate));
}
