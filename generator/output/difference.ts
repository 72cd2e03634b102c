import { createTwoFilesPatch } from "diff";
import { contentOf } from "./folder.ts";
import type { Plan } from "./plan.ts";
import { byCodeUnits } from "./produced.ts";

/** What a plan would change, as a unified diff. */
export function difference(root: string, { write, remove }: Plan): string {
  const changed = [...write.keys(), ...remove].sort(byCodeUnits);
  return changed.map((path) => fileDifference(path, contentOf(root, path), write.get(path))).join("");
}

function fileDifference(path: string, before: string | undefined, after: string | undefined): string {
  const from = before === undefined ? "/dev/null" : `a/${path}`;
  const to = after === undefined ? "/dev/null" : `b/${path}`;
  const patch = createTwoFilesPatch(from, to, before ?? "", after ?? "", undefined, undefined, { context: 3 });
  return patch.replace(/^=+\n/, "");
}
