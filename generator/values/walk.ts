import type { Declaration } from "./declaration.ts";
import type { Group } from "./group.ts";

/** A declaration and where its value stands in values.yaml. */
export interface Declared {
  readonly path: readonly string[];
  readonly declaration: Declaration;
}

/** Every declaration below a group in the order of declaration, groups before their children. */
export function* declarations(group: Group, path: readonly string[] = []): Generator<Declared> {
  for (const [name, declaration] of Object.entries(group.children)) {
    const at = [...path, name];
    yield { path: at, declaration };
    if (declaration.kind === "group") yield* declarations(declaration, at);
  }
}
