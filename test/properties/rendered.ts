import fc from "fast-check";
import { evaluatorOf } from "../../generator/evaluate.ts";
import type { Chart } from "../../generator/topology/chart.ts";
import type { KubernetesObject } from "../charts/kubernetes-object.ts";
import type { Path } from "../charts/schema/path.ts";
import { budget } from "../fuzz/budget.ts";
import { type Draft, draftsOf } from "../fuzz/draft.ts";
import { releaseNames } from "../fuzz/release-name.ts";

/** How many value sets a property is tried on. */
const usual = 500;

export interface Options {
  /** What is not changed: values by which users may break the property on purpose. */
  readonly except?: (path: Path) => boolean;
}

/**
 * Tries whether what is rendered for values made up by chance has a property, of which it lacks nothing when `problems`
 * finds nothing. Objects of the user's own are left out.
 * @throws Error with the smallest values for which there are problems
 */
export function checkRendered(
  chart: Chart,
  property: string,
  problems: (objects: readonly KubernetesObject[], release: string) => readonly string[],
  { except = () => false }: Options = {},
): void {
  const { name } = chart.metadata;
  const drafts = draftsOf(name);
  const evaluate = evaluatorOf(chart);
  const check = (release: string, draft: Draft): void => {
    const values = drafts.valuesOf({ ...draft, changes: draft.changes.filter(({ path }) => !except(path)) });
    const files = [...evaluate({ name: release, namespace: "tests", values })];
    const objects = files.flatMap(([file, printed]) => (file === "extra-objects.yaml" ? [] : printed));
    const found = problems(objects as unknown as readonly KubernetesObject[], release);
    if (found.length > 0) throw new Error(found.join("\n"));
  };
  fc.assert(fc.property(releaseNames, drafts.arbitrary, check), budget(`${name}: ${property}`, usual));
}
