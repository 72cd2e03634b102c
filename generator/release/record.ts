import { evaluatorOf } from "../evaluate.ts";
import { formerPath } from "../expressions/former-path.ts";
import type { Node, ValueNode } from "../expressions/node.ts";
import { printExpression, scopeOf } from "../expressions/print.ts";
import { acceptedValues } from "../output/schema.ts";
import type { Rule } from "../rules/rule.ts";
import type { Chart } from "../topology/chart.ts";
import { offeredValues } from "../topology/profile.ts";
import { defaultOf } from "../values/defaults.ts";
import type { JsonSchema } from "../values/json-schema.ts";
import { contentDigest } from "./content.ts";
import { type Identifiable, type Identity, identitiesOf } from "./identity.ts";

/** What a released chart looked like: everything that decides how large a step the next version has to be. */
export interface ReleaseRecord {
  readonly version: string;
  /** Digest of what is packaged, but for what names the version. */
  readonly content: string;
  /** What values are accepted, apart from rules. */
  readonly schema: JsonSchema;
  readonly defaults: unknown;
  /** Combinations of values that are refused, with the value to change. */
  readonly rules: readonly string[];
  /** The objects of a release named as the chart, under its defaults and profiles. */
  readonly objects: readonly Identity[];
}

/** What a chart looks like as it would be released now. */
export function recordOf(chart: Chart): ReleaseRecord {
  return {
    version: chart.metadata.version,
    content: contentDigest(chart),
    schema: acceptedValues(chart.values),
    defaults: defaultOf(chart.values),
    rules: chart.rules.map((rule) => describeRule(chart, rule)).toSorted(),
    objects: identitiesOf(objectsOf(chart)),
  };
}

function describeRule({ metadata }: Chart, { condition, change }: Rule): string {
  return `${firstPath(change)} where ${printExpression(underFirstNames(condition), scopeOf(metadata.name))}`;
}

function firstPath(tree: ValueNode): string {
  return (formerPath(tree) ?? tree.path).join(".");
}

/** A condition with the former names of renamed values, so that it is the same as before they were renamed. */
function underFirstNames(tree: Node): Node {
  if (tree.op === "call") return { ...tree, arguments: tree.arguments.map(underFirstNames) };
  const path = tree.op === "value" ? formerPath(tree) : undefined;
  if (tree.op !== "value" || !path) return tree;
  const { formerly: _, ...declaration } = tree.declaration;
  return { ...tree, path, declaration };
}

function objectsOf(chart: Chart): readonly Identifiable[] {
  const evaluate = evaluatorOf(chart);
  const release = { name: chart.metadata.name, namespace: "default" };
  const objects = offeredValues(chart).flatMap((values) => [...evaluate({ ...release, values }).values()].flat());
  // Every body has a kind and a name, which its type asks for.
  return objects as readonly object[] as readonly Identifiable[];
}
