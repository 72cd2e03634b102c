/** How something that users have to do with differs from the last release. */
export type Kind = "added" | "removed" | "narrowed" | "widened" | "default" | "object added" | "object changed";

/** A difference between two versions of a chart. */
export interface Change {
  /** The path of the value, or the kind and name of the object. */
  readonly path: string;
  readonly kind: Kind;
  /** What is different, for people. */
  readonly detail: string;
}

/** Steps from one version to another, from the smallest on. */
export const steps = ["patch", "minor", "major"] as const;
export type Step = (typeof steps)[number];

/** The step that a change asks for at least: a major one where something ends to work that did. */
export const stepFor: Readonly<Record<Kind, Step>> = {
  added: "minor",
  removed: "major",
  narrowed: "major",
  widened: "minor",
  default: "minor",
  "object added": "minor",
  "object changed": "major",
};
