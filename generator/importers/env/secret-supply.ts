import { type Expression, node } from "../../expressions/expression.ts";
import { type Document, objectOf } from "../../template/document.ts";
import { type SecretSource, secretName } from "../../topology/secret-source.ts";
import type { JsonValue } from "../../values/json-schema.ts";
import type { ChartUnderValues } from "../chart-under-values.ts";
import { ofCondition } from "../solve/condition.ts";
import { knownValue, pathOf, type Scope } from "../solve/scope.ts";
import { asItIs, type Way, withAssignments } from "../solve/way.ts";

/** Where a release has a Secret from: one that exists already, or an entry of a store that External Secrets reads. */
export type SecretSupply = { readonly source: SecretSource } & (
  | { readonly existing: string }
  | { readonly remoteKey: string }
);

/** The values that make it so. */
export function supplyWay(chart: ChartUnderValues, supply: SecretSupply, start: JsonValue): Way {
  const { source } = supply;
  const scope = chart.scope(start);
  // One Secret has everything, so there is none beside it.
  const alone = source.credentials ? setting(source.credentials.existing, "", scope) : [];
  if ("existing" in supply) return [...setting(source.existing, supply.existing, scope), ...alone];
  const named = [...setting(source.remoteKey, supply.remoteKey, scope), ...alone];
  const document = chart.chart.documents.find((one) => isExternal(one, source));
  const there = chart.scope(withAssignments(start, named));
  const [way = asItIs] = document ? ofCondition(document.condition[node], true, there) : [];
  return [...named, ...way];
}

function isExternal(document: Document, source: SecretSource): boolean {
  return objectOf(document)?.kind === "ExternalSecret" && document.place === source.place;
}

function setting(expression: Expression<string>, value: string, scope: Scope): Way {
  const tree = expression[node];
  const path = tree.op === "value" ? pathOf(tree, scope) : undefined;
  return path ? [{ path, value }] : [];
}

/** The name of the Secret that pods then read. */
export function nameOfSecret({ source }: SecretSupply, scope: Scope): string {
  return String(knownValue(secretName(source)[node], scope) ?? "");
}
