import type { ValueNode } from "./node.ts";

/** Where a renamed value stands under its former name: beside where it stands now. */
export function formerPath({ path, declaration }: ValueNode): readonly string[] | undefined {
  const { formerly } = declaration;
  // A helper's argument and the item of a loop have no name of their own.
  return formerly === undefined || path.length === 0 ? undefined : [...path.slice(0, -1), formerly];
}
