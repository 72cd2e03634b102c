/** The kinds of changes that Artifact Hub and "Keep a Changelog" know. */
export const changeKinds = ["added", "changed", "deprecated", "removed", "fixed", "security"] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** A change as a user of the chart would tell it, in one sentence of prose. */
export interface Change {
  readonly kind: ChangeKind;
  readonly description: string;
}

/** A version of a chart and what is new in it. */
export interface Release {
  /** A semantic version; with a pre-release part such as `-rc.1` it is offered to nobody who does not ask for it. */
  readonly version: string;
  /** The day it is released, `2026-12-31`; absent until that is known. */
  readonly date?: string;
  readonly changes: readonly [Change, ...Change[]];
}

/** All versions of a chart, the newest first; the first is the one that is produced. */
export type Releases = readonly [Release, ...Release[]];
