import type { Group } from "../values/group.ts";
import { formatPlace } from "../values/place.ts";
import { type Declared, declarations } from "../values/walk.ts";

/** The declarations that a path leads through and into, from the outermost on. */
export function declarationsAround(values: Group, path: readonly string[]): readonly Declared[] {
  const at = `${path.join(".")}.`;
  return declarations(values).filter((declared) => at.startsWith(`${declared.path.join(".")}.`));
}

/**
 * Where the innermost group around a value stands that another file declares. Values that charts share are declared
 * once, in a file that does not tell which chart they are wrong in.
 */
export function groupAround(values: Group, path: readonly string[]): string {
  const places = [values, ...declarationsAround(values, path).map(({ declaration }) => declaration)].map(({ place }) =>
    formatPlace(place),
  );
  const own = fileOf(places.at(-1) ?? "");
  const other = places.findLast((place) => fileOf(place) !== own);
  return other === undefined ? "" : ` (in the group declared at ${other})`;
}

function fileOf(place: string): string {
  return place.replace(/:\d+$/, "");
}
