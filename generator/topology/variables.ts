import { fragment, type HelperOf, helper } from "../template/helper.ts";
import type { Hole, Maybe, Templated } from "../template/hole.ts";
import { mapping } from "../template/mapping.ts";

type Entries = { readonly [name: string]: Templated<string> | Maybe<string> };

/** Environment variables that belong together. */
export interface VariableSet {
  readonly entries: Entries;
  /** The helper that prints them, for a set that several components share. */
  readonly helper?: HelperOf<{ [key: string]: string }, Readonly<Record<never, never>>>;
}

/** Environment variables of one component. */
export function variables(entries: Entries): VariableSet {
  return { entries };
}

/** Environment variables that several components share. */
export function sharedVariables(name: string, comment: string, entries: Entries): VariableSet {
  return { entries, helper: helper({ name, comment, body: mapping(entries) }) };
}

/** All sets as the data of one ConfigMap. */
export function variablesData(sets: readonly VariableSet[]): Hole<{ [key: string]: string }> {
  return mapping(...sets.map((set) => (set.helper ? fragment(set.helper, {}) : set.entries)));
}
