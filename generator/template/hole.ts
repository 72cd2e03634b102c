import type { Expression } from "../expressions/expression.ts";
import type { Binding, IncludeNode, Node, TableNode, ValueNode, VariableNode } from "../expressions/node.ts";
import type { groupNode } from "../expressions/reference.ts";

/** The key of a hole's tree. A symbol, so that no field of a Kubernetes body can stand in for it. */
export const hole: unique symbol = Symbol("hole");
declare const type: unique symbol;

/** What may stand in a body beside plain data and expressions, as data for two readers. */
export type HoleNode = WhenNode | EachNode | KeyedListNode | MappingNode | ItemsNode | FragmentNode | TextBlockNode;

/** One body or another; without `otherwise`, a body or nothing. */
export interface WhenNode {
  readonly op: "when";
  readonly condition: Node;
  readonly then: unknown;
  readonly otherwise?: unknown;
}

/** The variables of a loop. */
export interface Loop {
  readonly over: ValueNode | TableNode;
  /** The entry's key; lists have none. */
  readonly key?: VariableNode;
  readonly item: VariableNode;
  /** The entry's place among the keys in alphabetical order, from 0. */
  readonly index?: VariableNode;
  /** What else is known of an entry, in this order. What a body does not use is not printed. */
  readonly bindings?: readonly Binding[];
}

/** A loop over values. */
export interface ValuesLoop extends Loop {
  readonly over: ValueNode;
}

/** Bodies for each entry of a map or item of a list. Entries with `enabled: false` are left out. */
export interface EachNode extends Loop {
  readonly op: "each";
  readonly bodies: readonly unknown[];
}

/** A Kubernetes list that is keyed by one field, written as a map: the chart's own entries, then the user's. */
export interface KeyedListNode {
  readonly op: "keyedList";
  /** The field that is Kubernetes' own merge key of the list. */
  readonly by: string;
  /** Entries of the chart's own that several lists share, and what prints them. */
  readonly shared: readonly SharedEntries[];
  readonly own: Readonly<Record<string, unknown>>;
  /** Items of the chart's whose keys only values tell. */
  readonly computed: readonly ComputedItems[];
  readonly user: readonly ValueNode[];
}

/** Entries by their keys, and the helper that prints them as items. */
export interface SharedEntries {
  readonly include: IncludeNode;
  readonly entries: Readonly<Record<string, unknown>>;
}

/** Items with a computed key, and what such keys look like: a regular expression without anchors. */
export interface ComputedItems {
  readonly items: unknown;
  readonly keys: string;
}

/** A map or an object put together of the chart's own entries, of helpers that print entries, and of maps of the user's. */
export interface MappingNode {
  readonly op: "mapping";
  readonly parts: readonly (
    | { readonly own: Readonly<Record<string, unknown>> }
    | { readonly named: readonly NamedNode[]; readonly loop?: Loop }
    | { readonly fragment: IncludeNode; readonly condition?: Node }
    | { readonly user: ValueNode }
  )[];
}

/** An entry whose key only values tell. */
export interface NamedNode {
  readonly key: Node;
  readonly value: unknown;
}

/** The items of a list of the user's, or those that a helper prints, among others. */
export interface ItemsNode {
  readonly op: "items";
  readonly of: Node;
}

/** The body that a helper prints. */
export interface FragmentNode {
  readonly op: "fragment";
  readonly include: IncludeNode;
  /** Where the document has the helper's text already. */
  readonly text?: VariableNode;
}

/** Text of several lines: texts, and holes that print lines under a condition or for each entry. */
export interface TextBlockNode {
  readonly op: "textBlock";
  readonly lines: readonly unknown[];
}

/** A hole that is always filled. */
export interface Hole<out T> {
  readonly [hole]: HoleNode;
  readonly [type]?: T;
  readonly fills: "always";
}

/** A hole that may stay empty: only where Kubernetes says optional, or as an item of a list. */
export interface Maybe<out T> {
  readonly [hole]: HoleNode;
  readonly [type]?: T;
  readonly fills: "perhaps";
}

/** Any number of items, only within a list. */
export interface Items<out T> {
  readonly [hole]: HoleNode;
  readonly [type]?: T;
  readonly fills: "items";
}

export function isHole(value: unknown): value is { readonly [hole]: HoleNode } {
  return typeof value === "object" && value !== null && hole in value;
}

type Primitive = string | number | boolean;

/** What stands for a whole value; a list of the user's may be one that nothing writes to. */
type Filled<T> = [T] extends [readonly (infer Item)[]]
  ? Expression<readonly Item[]> | Hole<readonly Item[]>
  : Expression<T> | Hole<T>;

/** A value written out, with holes within. */
type Structure<T> = T extends Primitive
  ? T
  : T extends readonly (infer Item)[]
    ? readonly (Templated<Item> | Maybe<Item> | Items<Item>)[]
    : T extends object
      ? {
          readonly [K in keyof T]: Record<never, never> extends Pick<T, K>
            ? Templated<Exclude<T[K], undefined>> | Maybe<Exclude<T[K], undefined>>
            : Templated<T[K]>;
        } & { readonly [groupNode]?: never }
      : T;

/**
 * A Kubernetes body of type `T` with typed holes: every part may be an expression or hole of its type, and a part that
 * may be missing stands only where Kubernetes lets it.
 */
export type Templated<T> = Filled<T> | Structure<T>;
