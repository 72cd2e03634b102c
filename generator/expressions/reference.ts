import type { Declaration, Infer } from "../values/declaration.ts";
import type { Group } from "../values/group.ts";
import type { MapOf } from "../values/map.ts";
import type { SecretText } from "../values/secret.ts";
import { type Expression, expression, node, type SecretExpression } from "./expression.ts";
import type { Node, ParameterNode, ValueNode, VariableNode } from "./node.ts";

/** The key of a group's own tree, which is no expression: a group fits nowhere that Kubernetes wants a body. */
export const groupNode: unique symbol = Symbol("group");
declare const itemOf: unique symbol;

/** A group of values, by the names of its children. */
export type GroupReference<C> = { readonly [K in keyof C]: Reference<C[K]> } & { readonly [groupNode]: ValueNode };

/** A map of values; `each` and `keyedList` run over its entries. */
export interface MapReference<Item> extends Expression<Infer<MapOf<Item & Declaration>>> {
  readonly [itemOf]?: Item;
}

/** How templates refer to a declared value. */
export type Reference<D> =
  D extends Group<infer C>
    ? GroupReference<C>
    : D extends MapOf<infer Item>
      ? MapReference<Item>
      : D extends SecretText
        ? SecretExpression
        : Expression<Infer<D>>;

/** References to all values of a chart, in the shape of its values. */
export function references<D extends Group>(values: D): Reference<D> {
  return refer(values, []) as Reference<D>;
}

/** A reference to a value inside a map entry or a helper's parameter. */
export function referenceFrom<D extends Declaration>(from: VariableNode | ParameterNode, declaration: D): Reference<D> {
  return refer(declaration, [], from) as Reference<D>;
}

function refer(declaration: Declaration, path: readonly string[], from?: VariableNode | ParameterNode): unknown {
  const tree: ValueNode = { op: "value", path, declaration, ...(from && { from }) };
  if (declaration.kind !== "group") return expression(tree);
  const children = Object.entries(declaration.children).map(([name, child]) => [
    name,
    refer(child, [...path, name], from),
  ]);
  return { ...Object.fromEntries(children), [groupNode]: tree };
}

/** The child of a group of values that are all of one kind, by a name that another expression tells. */
export function childNamed<D extends Declaration>(
  group: GroupReference<Readonly<Record<string, D>>>,
  name: Expression<string>,
): Reference<D> {
  return expression({ op: "member", of: group[groupNode], name: name[node] }) as Reference<D>;
}

/** The tree of an expression or group. */
export function treeOf(reference: Expression<unknown> | SecretExpression | { readonly [groupNode]: Node }): Node {
  return node in reference ? reference[node] : reference[groupNode];
}
