import type { IEnvVar } from "kubernetes-models/v1";
import { always, type Condition } from "../expressions/condition.ts";
import { fragment, type HelperOf, helper } from "../template/helper.ts";
import { type Hole, hole, isHole, type Maybe, type Templated } from "../template/hole.ts";
import type { OwnEntries } from "../template/keyed-list.ts";
import { mapping } from "../template/mapping.ts";
import { when } from "../template/when.ts";

type Entries = { readonly [name: string]: Templated<string> | Maybe<string> };

/** Environment variables that belong together. Only a shared set can depend on a condition as a whole. */
export interface VariableSet {
  readonly entries: Entries;
  /** Where they are set; without it, always. */
  readonly when?: Condition;
  /** The helper that prints them, for a set that several components share. */
  readonly helper?: HelperOf<{ [key: string]: string }, Readonly<Record<never, never>>>;
}

/** Environment variables of one component. */
export function variables(entries: Entries): VariableSet {
  return { entries };
}

/** Plain environment variables, for the container itself. */
export function plainVariables(entries: Entries): OwnEntries<IEnvVar, "name"> {
  return Object.fromEntries(Object.entries(entries).map(([name, value]) => [name, plainVariable(value)]));
}

/** The variable is there where its value is. */
function plainVariable(value: Entries[string]): Templated<Omit<IEnvVar, "name">> | Maybe<Omit<IEnvVar, "name">> {
  if (!isMaybe(value)) return { value };
  const tree = value[hole];
  if (tree.op !== "when") throw new Error(`a variable is there under a condition, not for a ${tree.op}`);
  const { then, otherwise } = tree;
  const branches = { then: { value: then }, ...(otherwise !== undefined && { otherwise: { value: otherwise } }) };
  return { [hole]: { ...tree, ...branches }, fills: "perhaps" };
}

function isMaybe(value: Entries[string]): value is Maybe<string> {
  return typeof value === "object" && isHole(value) && "fills" in value && value.fills === "perhaps";
}

/** Environment variables that several components share. */
export function sharedVariables(name: string, comment: string, entries: Entries): VariableSet {
  return { entries, helper: helper({ name, comment, body: mapping(entries) }) };
}

/** All sets as the data of one ConfigMap. */
export function variablesData(sets: readonly VariableSet[]): Hole<{ [key: string]: string }> {
  return mapping(
    ...sets.map(({ helper: shared, when: condition = always, entries }) =>
      shared ? when<{ [key: string]: string }>(condition, fragment(shared, {})) : entries,
    ),
  );
}
