import type { Condition } from "../expressions/condition.ts";
import type { Binding } from "../expressions/node.ts";

/** One Kubernetes object and the template file that prints it. */
export interface Document {
  /** Below `templates/`, without extension: `core/deployment`. */
  readonly file: string;
  /** What a reader of the template should know first. */
  readonly comment?: string;
  /** The object is there only where this holds. */
  readonly condition: Condition;
  readonly bindings: readonly Binding[];
  /** The Kubernetes object with holes. */
  readonly body: KubernetesBody;
}

/** What every object has, whatever its kind. */
export interface KubernetesBody {
  readonly apiVersion: unknown;
  readonly kind: unknown;
  readonly metadata?: unknown;
}
