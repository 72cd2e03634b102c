import { test } from "vitest";
import { charts } from "../../generator/charts/index.ts";
import type { KubernetesObject } from "../charts/kubernetes-object.ts";
import { checkRendered } from "./rendered.ts";

/** Kubernetes lets nobody change a Deployment's selector, so whatever values say, nothing else may be in it. */
const selectorLabels = ["app.kubernetes.io/name", "app.kubernetes.io/instance", "app.kubernetes.io/component"];

test.each(charts)("the workloads of $metadata.name select by the same labels, which their pods have", (chart) => {
  checkRendered(chart, "selectors", (objects, release) =>
    objects.flatMap((object) => selectorProblems(object, release)),
  );
});

function selectorProblems({ kind, metadata, spec }: KubernetesObject, release: string): readonly string[] {
  if (!["Deployment", "StatefulSet", "DaemonSet"].includes(kind)) return [];
  const { selector, template } = spec as {
    selector: { matchLabels: Readonly<Record<string, string>> };
    template: { metadata: { labels: Readonly<Record<string, string>> } };
  };
  const { matchLabels, ...others } = selector;
  const isKept =
    Object.keys(others).length === 0 &&
    Object.keys(matchLabels).toSorted().join() === selectorLabels.toSorted().join() &&
    matchLabels["app.kubernetes.io/instance"] === release &&
    Object.entries(matchLabels).every(([label, value]) => template.metadata.labels[label] === value);
  return isKept ? [] : [`${kind} ${metadata.name} selects ${JSON.stringify(selector)}`];
}
