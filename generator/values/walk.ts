import type { Declaration } from "./declaration.ts";
import type { Group } from "./group.ts";

/** A declaration and where its value stands in values.yaml. */
export interface Declared {
  readonly path: readonly string[];
  readonly declaration: Declaration;
}

/** Every declaration below a group in the order of declaration, groups before their children. */
export function declarations(group: Group, path: readonly string[] = []): readonly Declared[] {
  const found: Declared[] = [];
  collect(group, path, found);
  return found;
}

function collect({ children }: Group, path: readonly string[], found: Declared[]): void {
  for (const [name, declaration] of Object.entries(children)) {
    const at = [...path, name];
    found.push({ path: at, declaration });
    if (declaration.kind === "group") collect(declaration, at, found);
  }
}
