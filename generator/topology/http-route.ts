import type { IHTTPRoute } from "@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1";
import { and, or } from "../expressions/condition.ts";
import { labels } from "../kubernetes/labels.ts";
import { fullname, objectName } from "../kubernetes/names.ts";
import type { Document } from "../template/document.ts";
import { each, entriesOf } from "../template/each.ts";
import { fragment, helper } from "../template/helper.ts";
import type { Templated } from "../template/hole.ts";
import { mapping } from "../template/mapping.ts";
import { when, whenSet } from "../template/when.ts";
import { callerOf } from "../values/place.ts";
import type { HttpRouteReference } from "./http-route-values.ts";
import { servicePortOf } from "./service.ts";
import type { Exposure } from "./way.ts";

type Spec = NonNullable<IHTTPRoute["spec"]>;
type RouteRule = NonNullable<Spec["rules"]>[number];
type ParentRef = NonNullable<Spec["parentRefs"]>[number];

export interface HttpRouteOptions extends Exposure {
  /** What a reader of the template should know first. */
  readonly comment: string;
  readonly values: HttpRouteReference;
}

/** An HTTPRoute of the Gateway API, where it is enabled and leads somewhere. */
export function httpRoute({ ways, targets, comment, values }: HttpRouteOptions): Document {
  const rules = helper<RouteRule[]>({
    name: "routeRules",
    comment: `Where the HTTPRoute sends requests: ${targets}.`,
    body: ways.map(({ path, pathType, to, when: condition }) =>
      when<RouteRule>(condition, {
        matches: [{ path: { type: pathType === "Exact" ? "Exact" : "PathPrefix", value: path } }],
        backendRefs: [{ name: objectName(to.component.suffix), port: servicePortOf(to) }],
        timeouts: { request: values.requestTimeout },
      }),
    ),
  });
  const parent = entriesOf(values.parentRefs, "parent");
  // By a helper, so that the key is left out with them where each is switched off.
  const parents = helper<ParentRef[]>({
    name: "routeParents",
    comment: "The Gateways that the HTTPRoute belongs to.",
    body: [
      each<ParentRef>(parent, {
        name: parent.key,
        namespace: whenSet(parent.value.namespace),
        sectionName: whenSet(parent.value.sectionName),
      }),
    ],
  });
  const body: Templated<IHTTPRoute> = {
    apiVersion: "gateway.networking.k8s.io/v1",
    kind: "HTTPRoute",
    metadata: { name: fullname, labels: labels(), annotations: mapping(values.annotations) },
    spec: {
      parentRefs: fragment(parents, {}),
      hostnames: values.hosts,
      rules: fragment(rules, {}),
    },
  };
  return {
    file: "exposure/http-route",
    comment,
    condition: and(values.enabled, or(...ways.map((way) => way.when))),
    bindings: [],
    body,
    place: callerOf(httpRoute),
  };
}
