/** The options that are written most like `name`, the nearest first, at most `count` of them. For messages. */
export function nearest(name: string, options: readonly string[], count = 3): readonly string[] {
  return options
    .map((option) => ({ option, distance: distance(name.toLowerCase(), option.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance || compareText(a.option, b.option))
    .slice(0, count)
    .map(({ option }) => option);
}

/** The share of letters that differ, so that `volume` is nearer to `volumeMounts` than to `name`. */
function distance(from: string, to: string): number {
  return editDistance(from, to) / Math.max(from.length, to.length, 1);
}

/** How many letters must be added, removed or replaced to make one text of the other (Levenshtein). */
function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [row, letter] of Array.from(from).entries()) {
    const current = [row + 1];
    for (const [column, other] of Array.from(to).entries()) {
      const replaced = (previous[column] ?? 0) + (letter === other ? 0 : 1);
      const removed = (previous[column + 1] ?? 0) + 1;
      const added = (current[column] ?? 0) + 1;
      current.push(Math.min(replaced, removed, added));
    }
    previous = current;
  }
  return previous.at(-1) ?? 0;
}

/** By code units, so that the order is the same in every locale. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
