import type { IAffinity, IPodAffinityTerm, ITopologySpreadConstraint } from "kubernetes-models/v1";
import { equals, hasEntries } from "../expressions/condition.ts";
import { each, entriesOf } from "../template/each.ts";
import { fragment, type HelperOptions, parametricHelper } from "../template/helper.ts";
import type { Hole, Templated } from "../template/hole.ts";
import { when } from "../template/when.ts";
import { text } from "../values/text.ts";
import { selectorLabels } from "./labels.ts";
import { type PodReference, podValues, type SpreadReference } from "./pod-values.ts";

const { affinity, hostSpread, topologySpread } = podValues(0).children;
const component = text("The value of the component label.");

const affinityHelper = parametricHelper({ component, affinity, hostSpread }, (given): HelperOptions<IAffinity> => {
  const otherHosts: Templated<IPodAffinityTerm> = {
    topologyKey: "kubernetes.io/hostname",
    labelSelector: { matchLabels: selectorLabels(given.component) },
  };
  return {
    name: "affinity",
    comment: "The affinity of a component's pods: the user's, or keeping off nodes that run one already.",
    body: when<IAffinity>(
      hasEntries(given.affinity),
      given.affinity,
      when<IAffinity>(
        equals(given.hostSpread, "preferred"),
        {
          podAntiAffinity: {
            preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, podAffinityTerm: otherHosts }],
          },
        },
        when<IAffinity>(equals(given.hostSpread, "required"), {
          podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [otherHosts] },
        }),
      ),
    ),
  };
});

const topologySpreadHelper = parametricHelper(
  { component, topologySpread },
  (given): HelperOptions<ITopologySpreadConstraint[]> => {
    const constraint = entriesOf(given.topologySpread, "constraint");
    return {
      name: "topologySpread",
      comment: "How evenly a component's pods are spread, by node label.",
      body: [
        each<ITopologySpreadConstraint>(constraint, {
          topologyKey: constraint.key,
          maxSkew: constraint.value.maxSkew,
          whenUnsatisfiable: constraint.value.whenUnsatisfiable,
          labelSelector: { matchLabels: selectorLabels(given.component) },
        }),
      ],
    };
  },
);

/** The affinity of a component's pods. */
export function podAffinity(
  name: string,
  userAffinity: PodReference["affinity"],
  { hostSpread: spread }: SpreadReference,
): Hole<IAffinity> {
  return fragment(affinityHelper, { component: name, affinity: userAffinity, hostSpread: spread });
}

/** How evenly a component's pods are spread. */
export function podSpread(name: string, spread: SpreadReference): Hole<ITopologySpreadConstraint[]> {
  return fragment(topologySpreadHelper, { component: name, topologySpread: spread.topologySpread });
}
