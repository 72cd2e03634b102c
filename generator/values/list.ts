import type { Declaration, Infer } from "./declaration.ts";
import { callerOf, type Place } from "./place.ts";

/** A list whose items all have one type. Lists that people extend entry by entry are maps instead. */
export interface List<out Item extends Declaration = Declaration> {
  readonly kind: "list";
  readonly description: string;
  readonly item: Item;
  readonly default: readonly unknown[];
  readonly example?: readonly unknown[];
  readonly unique: boolean;
  /** The fewest items. */
  readonly minItems: number;
  readonly place: Place;
}

export interface ListOptions<Item extends Declaration> {
  readonly item: Item;
  readonly default?: readonly NoInfer<Infer<Item>>[];
  readonly example?: readonly NoInfer<Infer<Item>>[];
  /** Whether the same item may not occur twice. */
  readonly unique?: boolean;
  readonly minItems?: number;
}

/** Declares a list; without a default it is empty. */
export function list<const Item extends Declaration>(description: string, options: ListOptions<Item>): List<Item> {
  return { kind: "list", description, default: [], unique: false, minItems: 0, ...options, place: callerOf(list) };
}
