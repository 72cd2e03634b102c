import type { IHTTPIngressPath, IIngress, IIngressRule, IIngressTLS } from "kubernetes-models/networking.k8s.io/v1";
import { and, hasEntries, or } from "../expressions/condition.ts";
import { labels } from "../kubernetes/labels.ts";
import { fullname, objectName } from "../kubernetes/names.ts";
import type { Document } from "../template/document.ts";
import { each, itemsOf } from "../template/each.ts";
import { fragment, helper } from "../template/helper.ts";
import type { Hole, Templated } from "../template/hole.ts";
import { when, whenSet } from "../template/when.ts";
import { callerOf } from "../values/place.ts";
import type { IngressReference } from "./ingress-values.ts";
import { servicePortOf } from "./service.ts";
import type { Exposure } from "./way.ts";

export interface IngressOptions extends Exposure {
  /** What a reader of the template should know first. */
  readonly comment: string;
  readonly values: IngressReference;
  /** The user's annotations, with those of the chart's own before them. */
  readonly annotations: Hole<{ [key: string]: string }>;
}

/** An Ingress, where it is enabled and leads somewhere. */
export function ingress({ ways, targets, comment, values, annotations }: IngressOptions): Document {
  const paths = helper<IHTTPIngressPath[]>({
    name: "ingressPaths",
    comment: `Where the Ingress sends requests: ${targets}.`,
    body: ways.map(({ path, pathType, to, when: condition }) =>
      when<IHTTPIngressPath>(condition, {
        path,
        pathType,
        backend: { service: { name: objectName(to.component.suffix), port: { number: servicePortOf(to) } } },
      }),
    ),
  });
  const host = itemsOf(values.hosts, "host");
  const body: Templated<IIngress> = {
    apiVersion: "networking.k8s.io/v1",
    kind: "Ingress",
    metadata: { name: fullname, labels: labels(), annotations },
    spec: {
      ingressClassName: whenSet(values.className),
      tls: when<IIngressTLS[]>(values.tls.enabled, [
        { hosts: when<string[]>(hasEntries(values.hosts), values.hosts), secretName: values.tls.secretName },
      ]),
      rules: when<IIngressRule[]>(
        hasEntries(values.hosts),
        [each<IIngressRule>(host, { host: host.value, http: { paths: fragment(paths, {}) } })],
        [{ http: { paths: fragment(paths, {}) } }],
      ),
    },
  };
  return {
    file: "exposure/ingress",
    comment,
    condition: and(values.enabled, or(...ways.map((way) => way.when))),
    bindings: [],
    body,
    place: callerOf(ingress),
  };
}
