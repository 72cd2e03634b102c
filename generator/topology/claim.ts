import type { IPersistentVolumeClaim } from "kubernetes-models/v1";
import { type Condition, isSet, not } from "../expressions/condition.ts";
import type { Expression } from "../expressions/expression.ts";
import { labels } from "../kubernetes/labels.ts";
import { objectName } from "../kubernetes/names.ts";
import type { KubernetesBody } from "../template/document.ts";
import { helper, include } from "../template/helper.ts";
import type { Hole, Templated } from "../template/hole.ts";
import { when, whenSet } from "../template/when.ts";

/** A claim of the chart's own, or one that the user has already. */
export interface Claim {
  /** What the name of the chart's own ends with. */
  readonly suffix: string;
  /** The name, whoever made it. */
  readonly name: Expression<string>;
  /** Whether the chart makes it. */
  readonly made: Condition;
  readonly values: ClaimReference;
}

/** What users say of a claim. */
interface ClaimReference {
  readonly existingClaim: Expression<string>;
  readonly size: Expression<string | number>;
  readonly storageClassName: Expression<string>;
}

/** Describes a claim. `content` completes "The claim of", for the helper with its name. */
export function claim(
  suffix: string,
  values: ClaimReference,
  { helper: name, content }: { readonly helper: string; readonly content: string },
): Claim {
  const { existingClaim } = values;
  const nameHelper = helper<string>({
    name,
    comment: `The claim of ${content}: the user's, or the chart's own.`,
    body: when(isSet(existingClaim), existingClaim, objectName(suffix)),
  });
  return { suffix, name: include(nameHelper, {}), made: not(isSet(existingClaim)), values };
}

type AccessMode = NonNullable<NonNullable<IPersistentVolumeClaim["spec"]>["accessModes"]>[number];

/** What the chart decides about its own claim. */
export interface ClaimDecisions {
  readonly accessMode: Templated<AccessMode>;
  readonly component?: string;
  readonly annotations?: Hole<{ [key: string]: string }>;
}

/** The chart's own claim. */
export function claimBody({ suffix, values }: Claim, decisions: ClaimDecisions): KubernetesBody {
  const { accessMode, component, annotations } = decisions;
  const body: Templated<IPersistentVolumeClaim> = {
    apiVersion: "v1",
    kind: "PersistentVolumeClaim",
    metadata: { name: objectName(suffix), labels: labels(component), ...(annotations && { annotations }) },
    spec: {
      accessModes: [accessMode],
      storageClassName: whenSet(values.storageClassName),
      resources: { requests: { storage: values.size } },
    },
  };
  return body;
}
