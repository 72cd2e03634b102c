import type { IPodAffinityTerm, IPodSpec, ITopologySpreadConstraint } from "kubernetes-models/v1";
import { equals, hasEntries } from "../expressions/condition.ts";
import { each, entriesOf } from "../template/each.ts";
import { fragment, type HelperOptions, parametricHelper } from "../template/helper.ts";
import type { Hole, Templated } from "../template/hole.ts";
import { when } from "../template/when.ts";
import { text } from "../values/text.ts";
import { selectorLabels } from "./labels.ts";
import { type SpreadReference, spreadValues } from "./pod-values.ts";

/** Where pods go, seen from other pods. */
export type PodSpread = Pick<IPodSpec, "affinity" | "topologySpreadConstraints">;

const component = text("The value of the component label.");

/** A helper of its own, since nothing is left where every constraint is switched off. */
const topologySpreadHelper = parametricHelper(
  { component, topologySpread: spreadValues.children.topologySpread },
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

const podSpreadHelper = parametricHelper({ component, pod: spreadValues }, (given): HelperOptions<PodSpread> => {
  const { affinity, hostSpread, topologySpread } = given.pod;
  const otherHosts: Templated<IPodAffinityTerm> = {
    topologyKey: "kubernetes.io/hostname",
    labelSelector: { matchLabels: selectorLabels(given.component) },
  };
  return {
    name: "podSpread",
    comment:
      "How a component's pods keep apart: the user's affinity, or keeping off nodes that run one already, and how " +
      "evenly they are spread by node label.",
    body: {
      affinity: when<NonNullable<IPodSpec["affinity"]>>(
        hasEntries(affinity),
        affinity,
        when<NonNullable<IPodSpec["affinity"]>>(
          equals(hostSpread, "preferred"),
          {
            podAntiAffinity: {
              preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, podAffinityTerm: otherHosts }],
            },
          },
          when<NonNullable<IPodSpec["affinity"]>>(equals(hostSpread, "required"), {
            podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [otherHosts] },
          }),
        ),
      ),
      topologySpreadConstraints: fragment(topologySpreadHelper, { component: given.component, topologySpread }),
    },
  };
});

/** How the pods of a component keep apart. */
export function podSpread(name: string, pod: SpreadReference): Hole<PodSpread> {
  return fragment(podSpreadHelper, { component: name, pod });
}
