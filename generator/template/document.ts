import type { Condition } from "../expressions/condition.ts";
import type { Binding } from "../expressions/node.ts";
import { callerOf, type Place } from "../values/place.ts";
import { type Items, isHole } from "./hole.ts";

/** One Kubernetes object and the template file that prints it. */
export interface Document {
  /** Below `templates/`, without extension: `core/deployment`. */
  readonly file: string;
  /** What a reader of the template should know first. */
  readonly comment: string;
  /** The object is there only where this holds. */
  readonly condition: Condition;
  readonly bindings: readonly Binding[];
  /** The Kubernetes object with holes, or objects of the user's own in a loop. */
  readonly body: KubernetesBody | Items<unknown>;
  /** What it was made from: the file that a change belongs in. */
  readonly place: Place;
}

/** What every object has, whatever its kind. */
export interface KubernetesBody {
  readonly apiVersion: unknown;
  readonly kind: unknown;
  readonly metadata?: unknown;
}

/** The object that a document prints, unless it prints those of the user's. */
export function objectOf({ body }: Document): KubernetesBody | undefined {
  return isHole(body) ? undefined : body;
}

/** Describes an object that belongs to no component. */
export function document(
  options: Omit<Document, "place" | "bindings"> & Partial<Pick<Document, "bindings">>,
): Document {
  return { bindings: [], ...options, place: callerOf(document) };
}
