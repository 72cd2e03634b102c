import type { Node } from "./node.ts";

/** Equal for trees that mean the same value. Declarations are left out: a path tells them apart, as a name does helpers. */
export function identity(tree: Node): string {
  return JSON.stringify(tree, (key, value) => {
    if (key === "declaration") return undefined;
    return key === "helper" ? value.name : value;
  });
}
