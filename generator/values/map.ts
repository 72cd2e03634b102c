import type { Declaration, Infer } from "./declaration.ts";
import { callerOf, type Place } from "./place.ts";

/**
 * Entries by a name that the user chooses, so that one can be changed or switched off without repeating the others.
 * An entry's fields are optional: Helm fills no defaults inside map entries, the templates do.
 */
export interface MapOf<out Item extends Declaration = Declaration> {
  readonly kind: "map";
  readonly description: string;
  readonly item: Item;
  readonly default: Readonly<Record<string, unknown>>;
  readonly example?: Readonly<Record<string, unknown>>;
  /** What a key looks like: a regular expression for the whole key, without anchors. */
  readonly key: string;
  /** The most entries that there can be. */
  readonly maxEntries?: number;
  /** Whether an entry has a field `enabled` with which it is switched off. Entries that are no objects have none. */
  readonly removable: boolean;
  readonly place: Place;
}

export interface MapOptions<Item extends Declaration> {
  readonly item: Item;
  readonly key: string;
  readonly maxEntries?: number;
  readonly default?: Readonly<Record<string, NoInfer<Entry<Item>>>>;
  readonly example?: Readonly<Record<string, NoInfer<Entry<Item>>>>;
}

/** What a user writes for one entry: every field may be left out. */
export type Entry<Item> =
  Infer<Item> extends object ? Partial<Infer<Item>> & { readonly enabled?: boolean } : Infer<Item>;

/** Declares entries by name; without a default there is none. */
export function map<const Item extends Declaration>(description: string, options: MapOptions<Item>): MapOf<Item> {
  const removable = ["group", "embedded", "object"].includes(options.item.kind);
  return { kind: "map", description, default: {}, ...options, removable, place: callerOf(map) };
}
