import type { Condition } from "../expressions/condition.ts";
import type { Binding } from "../expressions/node.ts";
import type { Rule } from "../rules/rule.ts";
import type { Document } from "../template/document.ts";
import type { Line } from "../template/text-block.ts";
import type { Overrides } from "../values/declaration.ts";
import type { Group } from "../values/group.ts";
import type { Place } from "../values/place.ts";
import type { Component } from "./component.ts";
import type { Releases } from "./release.ts";
import type { SecretSource } from "./secret-source.ts";

/** A chart, whole: what every produced file is written from. */
export interface Chart<V extends Group = Group> {
  readonly metadata: ChartMetadata;
  /** What must exist before any install, one sentence each. */
  readonly prerequisites?: readonly string[];
  readonly releases: Releases;
  readonly values: V;
  readonly rules: readonly Rule[];
  readonly components: readonly Component[];
  readonly secrets: readonly SecretSource[];
  readonly documents: readonly Document[];
  readonly profiles: readonly Profile<V>[];
  /** Chapters of the README that no table can tell, in order. */
  readonly guide: readonly Chapter[];
  /** What Helm prints after an install, in order. */
  readonly notes: readonly Note[];
}

/** What Chart.yaml says; see the Helm documentation, "The Chart.yaml File". */
export interface ChartMetadata {
  readonly name: string;
  readonly description: string;
  /** Version of the chart. */
  readonly version: string;
  /** The upstream commit that the chart was written for. */
  readonly appVersion: string;
  /** Range of Kubernetes versions, from the oldest that is tested. */
  readonly kubeVersion: string;
  readonly home: string;
  readonly sources: readonly string[];
  readonly keywords: readonly string[];
}

/** A choice of values for one use, as a file to install with. */
export interface Profile<V extends Group = Group> {
  /** The file below `values/`, without extension. */
  readonly name: string;
  /** What it is for, in one sentence. */
  readonly purpose: string;
  /** What must exist before it is installed, one sentence each. */
  readonly prerequisites: readonly string[];
  /** Further things to know, one sentence each. */
  readonly remarks: readonly string[];
  /** Whether it goes on top of another profile rather than standing alone. */
  readonly layer: boolean;
  readonly values: Overrides<V>;
  readonly ci: ProfileTest<V>;
  readonly place: Place;
}

/** How a profile is tested by a release of its own, on a cluster that has the stand-ins' images and nothing besides. */
export interface ProfileTest<V extends Group = Group> {
  /** Values on top of the profile's: Secrets and stand-ins for what must exist first. */
  readonly values?: Overrides<V>;
  /** What the pods would wait for in vain, in a few words: the release is then linted and applied, and not run. */
  readonly lacks?: string;
}

/** A chapter of a chart's README. */
export interface Chapter {
  readonly title: string;
  /** Markdown, a paragraph or block each. */
  readonly paragraphs: readonly string[];
}

/** A paragraph of the notes, or a part of one, there where its condition holds. */
export interface Note {
  readonly condition: Condition;
  /** What lines refer to. */
  readonly bindings?: readonly Binding[];
  /** Lines of text; expressions print their value, holes the lines that their conditions choose. */
  readonly lines: readonly Line[];
}
