import type { IServiceAccount } from "kubernetes-models/v1";
import { isSet } from "../expressions/condition.ts";
import type { Expression } from "../expressions/expression.ts";
import type { Reference } from "../expressions/reference.ts";
import { labels } from "../kubernetes/labels.ts";
import { fullname } from "../kubernetes/names.ts";
import { dnsSubdomain, labelKey } from "../kubernetes/patterns.ts";
import type { Document } from "../template/document.ts";
import { helper, include } from "../template/helper.ts";
import type { Templated } from "../template/hole.ts";
import { mapping } from "../template/mapping.ts";
import { when } from "../template/when.ts";
import { boolean } from "../values/boolean.ts";
import { children } from "../values/children.ts";
import { type Children, group } from "../values/group.ts";
import { map } from "../values/map.ts";
import { callerOf, type Place } from "../values/place.ts";
import { text } from "../values/text.ts";

/**
 * Declares the account that a chart's pods run as.
 * @param program whose account it is, for descriptions and for the example of a cloud role
 * @param own what the chart lets its users set beyond that, such as whether pods get the account's token
 */
export function serviceAccountValues<const C extends Children>(program: string, own: C) {
  const made = {
    create: boolean("Whether the chart makes it.", { default: true }),
    name: text("Its name; empty for the release's, or for `default` where the chart makes none.", {
      pattern: dnsSubdomain,
    }),
  };
  const annotations = map("Annotations, such as the cloud role of its pods.", {
    key: labelKey,
    item: text("The annotation's value."),
    example: { "eks.amazonaws.com/role-arn": `arn:aws:iam::123456789012:role/${program}` },
  });
  return group(`The account that ${program}'s pods run as.`, children(children(made, own), { annotations }));
}

type AccountReference = Reference<ReturnType<typeof serviceAccountValues<Readonly<Record<never, never>>>>>;

/** The account that a chart's pods run as: the chart's own, or one that exists already. */
export interface ServiceAccount {
  readonly description: string;
  readonly values: AccountReference;
  readonly name: Expression<string>;
  readonly place: Place;
}

/** Describes the account by its values. `description` is a sentence for templates. */
export function serviceAccount(description: string, values: AccountReference): ServiceAccount {
  const name = helper<string>({
    name: "serviceAccountName",
    comment: description,
    body: when(isSet(values.name), values.name, when(values.create, fullname, "default")),
  });
  return { description, values, name: include(name, {}), place: callerOf(serviceAccount) };
}

/** The account, where the chart makes it. No pod gets its token unless the pod itself says so. */
export function serviceAccountDocument({ description, values, name, place }: ServiceAccount): Document {
  const body: Templated<IServiceAccount> = {
    apiVersion: "v1",
    kind: "ServiceAccount",
    metadata: { name, labels: labels(), annotations: mapping(values.annotations) },
    automountServiceAccountToken: false,
  };
  return { file: "access/service-account", comment: description, condition: values.create, bindings: [], body, place };
}
