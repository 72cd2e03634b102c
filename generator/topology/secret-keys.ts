import { binding } from "../expressions/binding.ts";
import { always, type Condition, or } from "../expressions/condition.ts";
import type { Expression, SecretExpression } from "../expressions/expression.ts";
import { childNamed, type GroupReference } from "../expressions/reference.ts";
import { each, withBindings } from "../template/each.ts";
import type { Items, Loop, Maybe, ValuesLoop } from "../template/hole.ts";
import type { NamedEntries, NamedEntry } from "../template/mapping.ts";
import { childrenOf, rowsOf } from "../template/rows.ts";
import type { SecretText } from "../values/secret.ts";
import type { Text } from "../values/text.ts";

/** One key of a Secret: who needs it, and how the chart can make it up. */
export interface SecretKey {
  readonly name: Expression<string>;
  readonly value: SecretExpression;
  /** When something in the release needs it. */
  readonly needed: Condition;
  /** A new random value, for keys that the chart makes up once. */
  readonly generate?: Expression<string>;
  /** Whether pods start where the Secret lacks it. */
  readonly optional?: boolean;
}

/** A key of a Secret that each entry of a map of the user's adds: name and value are the entry's. */
export interface EntryKey extends SecretKey {
  readonly loop: ValuesLoop;
}

/** The keys of a Secret that its values name: each key, and the groups of values that have all names and all contents. */
export interface NamedKeys {
  readonly keys: Readonly<Record<string, SecretKey>>;
  readonly names: GroupReference<Readonly<Record<string, Text>>>;
  readonly values: GroupReference<Readonly<Record<string, SecretText>>>;
}

/** A key that the chart can make up. */
export type RandomKey = SecretKey & Required<Pick<SecretKey, "generate">>;

export function isRandom(key: SecretKey): key is RandomKey {
  return key.generate !== undefined;
}

/** Keys that templates treat alike: what a loop has one of in each round, or one by itself. */
export interface KeyRun {
  readonly loop?: Loop;
  readonly keys: readonly SecretKey[];
}

/** An entry for each key, once or in each round. */
export function entryForEachKey({ loop, keys }: KeyRun, value: (key: SecretKey) => NamedEntry["value"]): NamedEntries {
  const named = keys.map((key) => ({ key: key.name, value: value(key) }));
  return { named, ...(loop && { loop }) };
}

/** An item of a list or a line for each key, once or in each round. */
export function itemForEachKey<T>(
  { loop, keys }: KeyRun,
  item: (key: SecretKey) => Maybe<T>,
): readonly (Items<T> | Maybe<T>)[] {
  const items = keys.map(item);
  return loop ? [each<T>({ loop }, ...items)] : items;
}

/** All keys that the values of a Secret name. */
export function allKeys({ keys, names, values }: NamedKeys): KeyRun {
  const all = Object.values(keys);
  if (all.length < 2) return { keys: all };
  const { loop, name, value } = childrenOf(names, { name: "id", value: "key" });
  return { loop, keys: [{ name: value, value: childNamed(values, name), needed: always }] };
}

/** Some of them, each with when it is needed. */
export function someKeys({ keys, names, values }: NamedKeys, some: readonly SecretKey[]): KeyRun {
  if (some.length < 2) return { keys: some };
  const conditions = Object.entries(keys).flatMap(([id, key]): readonly [string, Condition][] =>
    some.includes(key) ? [[id, key.needed]] : [],
  );
  const row = rowsOf(Object.fromEntries(conditions), { name: "id", row: "needed" });
  const key = binding("key", childNamed(names, row.name));
  const { loop } = withBindings(row, key);
  return { loop, keys: [{ name: key.reference, value: childNamed(values, row.name), needed: row.holds }] };
}

/** The keys that entries of maps of the user's add, those of one map together. An entry that is there needs its keys. */
export function entryKeyRuns(entryKeys: readonly EntryKey[]): readonly KeyRun[] {
  return [...Map.groupBy(entryKeys, ({ loop }) => loop)].map(([loop, keys]) => ({
    loop,
    keys: keys.map(({ name, value }) => ({ name, value, needed: always })),
  }));
}

/** Whether one of some keys is needed at least. */
export function someNeeded(keys: readonly SecretKey[]): Condition {
  return or(...keys.map(({ needed }) => needed));
}

/** What is left to ask of one of these keys where some of them are known to be needed: of a single one, nothing. */
export function neededAmong({ needed }: SecretKey, keys: readonly SecretKey[]): Condition {
  return keys.length > 1 ? needed : always;
}
