import { chart, release } from "../expressions/builtin.ts";
import type { Expression } from "../expressions/expression.ts";
import { cut, replace, string } from "../expressions/text.ts";
import { fragment, helper } from "../template/helper.ts";
import type { Hole } from "../template/hole.ts";
import { mapping } from "../template/mapping.ts";
import { common } from "./common-values.ts";
import { chartName, longestName } from "./names.ts";

type Labels = { [key: string]: string };

/** The label that tells a release's components apart. */
export const componentLabel = "app.kubernetes.io/component";

const selectorLabelsHelper = helper<Labels>({
  name: "selectorLabels",
  comment: `The labels by which objects find the pods of this release. Kubernetes lets nobody change them in a
    Deployment, so nothing may ever be added here.`,
  body: mapping({
    "app.kubernetes.io/name": chartName,
    "app.kubernetes.io/instance": release.name,
  }),
});

const labelsHelper = helper<Labels>({
  name: "labels",
  comment: "The labels of every object.",
  body: mapping(
    { "helm.sh/chart": cut(replace(string`${chart.name}-${chart.version}`, "+", "_"), longestName) },
    fragment(selectorLabelsHelper, {}),
    {
      "app.kubernetes.io/version": chart.appVersion,
      "app.kubernetes.io/managed-by": release.service,
      "app.kubernetes.io/part-of": chart.name,
    },
    common.commonLabels,
  ),
});

/** The labels of an object, with the component it belongs to. */
export function labels(component?: string): Hole<Labels> {
  return mapping(fragment(labelsHelper, {}), component ? { [componentLabel]: component } : {});
}

/** The labels that select the pods of a component, or of the whole release. */
export function selectorLabels(component?: string | Expression<string>): Hole<Labels> {
  return mapping(fragment(selectorLabelsHelper, {}), component ? { [componentLabel]: component } : {});
}

/** The labels of a component's pods: those that select them, and the user's. */
export function podLabels(component: string, user: Expression<Readonly<Labels>>): Hole<Labels> {
  return mapping(fragment(selectorLabelsHelper, {}), { [componentLabel]: component }, user);
}
