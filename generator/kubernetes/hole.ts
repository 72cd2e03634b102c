/**
 * Tells what may stand in place of a value: undefined for an ordinary value, otherwise the alternatives of a hole.
 * `"any"`, and no alternatives at all, mean that the hole is accepted unchecked.
 */
export type Hole = (value: unknown) => "any" | undefined | readonly unknown[];

/** The ordinary values that may stand in place of this one: itself, or a hole's alternatives down to the last hole. */
export function alternativesOf(value: unknown, hole: Hole): readonly unknown[] {
  const alternatives = hole(value);
  if (alternatives === undefined) {
    return [value];
  }
  return alternatives === "any" ? [] : alternatives.flatMap((alternative) => alternativesOf(alternative, hole));
}
