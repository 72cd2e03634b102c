import { identity } from "./identity.ts";
import type { Node } from "./node.ts";

/** Whether a condition holds for certain where another does: all that the other may be true by is in it. */
export function implies(known: Node, condition: Node): boolean {
  const wanted = new Set(alternatives(condition).map(identity));
  return alternatives(known).every((alternative) => wanted.has(identity(alternative)));
}

function alternatives(tree: Node): readonly Node[] {
  return tree.op === "call" && tree.function === "or" ? tree.arguments : [tree];
}
