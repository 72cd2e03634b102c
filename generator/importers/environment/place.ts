import { and } from "../../expressions/condition.ts";
import { expression, node } from "../../expressions/expression.ts";
import type { IncludeNode, Node } from "../../expressions/node.ts";
import { conditionText } from "../../output/readme/condition-text.ts";
import type { EntryPaths } from "../../output/value-paths.ts";
import { ofCondition } from "../solve/condition.ts";
import { inHelper, knownValue, type Scope } from "../solve/scope.ts";
import { both, type Way } from "../solve/way.ts";

/** Somewhere in a chart's templates: what is known there, and what must hold for it to be reached. */
export interface Place {
  readonly scope: Scope;
  readonly conditions: readonly Node[];
  /** How those conditions may come to hold. */
  readonly needs: readonly Way[];
}

/** The place where a condition holds too, or does not. */
export function where(place: Place, condition: Node, holding: boolean): Place {
  const met: Node = holding ? condition : { op: "call", function: "not", arguments: [condition] };
  return {
    scope: place.scope,
    conditions: [...place.conditions, met],
    needs: both(place.needs, ofCondition(condition, holding, place.scope)),
  };
}

/** The place within a helper that is included there. */
export function within(place: Place, include: IncludeNode): Place {
  return { ...place, scope: inHelper(include, place.scope) };
}

/** The place within a helper that is part of a mapping, there perhaps under a condition only. */
export function withinPart(place: Place, { fragment, condition }: FragmentPart): Place {
  return within(condition ? where(place, condition, true) : place, fragment);
}

interface FragmentPart {
  readonly fragment: IncludeNode;
  readonly condition?: Node;
}

/** What must still come to hold for one of some places to be reached, in words. */
export function whenRead([place]: readonly Place[], entries: EntryPaths): string {
  const unmet = place?.conditions.filter((condition) => knownValue(condition, place.scope) !== true) ?? [];
  return conditionText(and(...unmet.map((tree) => expression<boolean>(tree)))[node], entries);
}
