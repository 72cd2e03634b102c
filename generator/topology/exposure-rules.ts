import { and, hasEntries, not } from "../expressions/condition.ts";
import { forbid, type Rule } from "../rules/rule.ts";
import type { HttpRouteReference } from "./http-route-values.ts";
import type { IngressReference } from "./ingress-values.ts";

/** An Ingress or HTTPRoute that lacks what it cannot be without. */
export function exposureRules(values: {
  readonly ingress: IngressReference;
  readonly httpRoute: HttpRouteReference;
}): readonly Rule[] {
  const { ingress, httpRoute } = values;
  return [
    forbid(
      and(httpRoute.enabled, not(hasEntries(httpRoute.parentRefs))),
      httpRoute.parentRefs,
      "an entry named after the Gateway that the route belongs to",
    ),
    forbid(
      and(ingress.tls.enabled, not(hasEntries(ingress.hosts))),
      ingress.hosts,
      "a list with the host names of the certificate, because ingress.tls.enabled is true",
    ),
  ];
}
