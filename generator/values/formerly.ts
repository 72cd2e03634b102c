import type { Declaration } from "./declaration.ts";
import type { Children, Group } from "./group.ts";
import { formatPlace } from "./place.ts";

/** What every declaration may say besides. */
export interface Renamable {
  /** The name that the value had in the same group. Users may go on to set it until the next major version. */
  readonly formerly?: string;
}

/**
 * Says that a value was renamed. Where its former name is set, that counts. A group has no former name: all of its
 * values would be in two places.
 * @throws Error for a default with entries, since Helm lays what users set over these under the new name only; and for
 * a field that each entry needs, since entries with the former name lack it
 */
export function formerly<const D extends Exclude<Declaration, Group>>(name: string, declaration: D): D {
  const { kind, default: byDefault, place } = declaration;
  if (kind === "text" && declaration.needed)
    throw new Error(`${formatPlace(place)}: a text that each entry needs cannot be renamed from "${name}"`);
  if (["map", "embedded", "object"].includes(kind) && Object.keys(byDefault).length > 0)
    throw new Error(`${formatPlace(place)}: a ${kind} whose default has entries cannot be renamed from "${name}"`);
  return { ...declaration, formerly: name };
}

/** @throws Error when a former name is that of another value in the same group, today or formerly */
export function refuseTakenNames(children: Children): void {
  const taken = new Set(Object.keys(children));
  for (const [name, { formerly: former, place }] of Object.entries(children)) {
    if (former === undefined) continue;
    if (taken.has(former))
      throw new Error(`${formatPlace(place)}: the former name "${former}" of "${name}" is that of another value`);
    taken.add(former);
  }
}

/** What users are told of a former name. */
export function formerNote({ formerly: name }: Renamable): readonly string[] {
  return name === undefined ? [] : [`Formerly \`${name}\`, which is accepted until the next major version.`];
}
