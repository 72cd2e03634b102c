import type { Declaration } from "./declaration.ts";
import { refuseTakenNames } from "./formerly.ts";
import { callerOf, type Place } from "./place.ts";

export type Children = Readonly<Record<string, Declaration>>;

/** Values that belong together under one name. It accepts no other keys, unless it says so. */
export interface Group<out C extends Children = Children> {
  readonly kind: "group";
  readonly description: string;
  readonly children: C;
  /** Keys beyond the declared ones: none, any, or those of a form with values of one kind. */
  readonly others: "none" | "any" | { readonly key: string; readonly item: Declaration };
  readonly place: Place;
}

/** Declares a group of values. */
export function group<const C extends Children>(
  description: string,
  children: C,
  options: Partial<Pick<Group, "others">> = {},
): Group<C> {
  refuseTakenNames(children);
  return { kind: "group", description, children, others: "none", ...options, place: callerOf(group) };
}
