import type { Switch } from "./boolean.ts";
import type { Decimal } from "./decimal.ts";
import type { Embedded } from "./embedded.ts";
import type { Renamable } from "./formerly.ts";
import type { Group } from "./group.ts";
import type { IntOrPercent } from "./int-or-percent.ts";
import type { Integer } from "./integer.ts";
import type { List } from "./list.ts";
import type { Entry, MapOf } from "./map.ts";
import type { AnyObject } from "./object.ts";
import type { OneOf } from "./one-of.ts";
import type { Quantity } from "./quantity.ts";
import type { SecretText } from "./secret.ts";
import type { Text } from "./text.ts";

/** What a value is: its type, default, meaning and constraints. Everything else about it follows from here. */
export type Declaration = Renamable & Kind;

type Kind =
  | Text
  | SecretText
  | Integer
  | IntOrPercent
  | Decimal
  | Switch
  | OneOf
  | Quantity
  | List
  | MapOf
  | Group
  | Embedded
  | AnyObject;

/** The TypeScript type of a declared value. */
export type Infer<D> =
  D extends Group<infer C>
    ? { readonly [K in keyof C]: Infer<C[K]> }
    : D extends MapOf<infer Item>
      ? { readonly [name: string]: Entry<Item> }
      : D extends List<infer Item>
        ? readonly Infer<Item>[]
        : D extends Embedded<infer T>
          ? T
          : D extends OneOf<infer Option>
            ? Option
            : D extends Text | SecretText
              ? string
              : D extends Quantity | IntOrPercent
                ? string | number
                : D extends Integer | Decimal
                  ? number
                  : D extends Switch
                    ? boolean
                    : D extends AnyObject
                      ? Readonly<Record<string, unknown>>
                      : never;

/** A choice of values over the defaults, such as a profile: any part of a group may be left out. */
export type Overrides<D> = D extends Group<infer C> ? { readonly [K in keyof C]?: Overrides<C[K]> } : Infer<D>;
