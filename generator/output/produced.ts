/** Produced files: content by path. Paths are relative to the output folder and written with slashes. */
export type Produced = ReadonlyMap<string, string>;

/** By code units, so that the order is the same in every locale. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
