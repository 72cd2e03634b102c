import type { Declaration } from "./declaration.ts";

/** The value that a declaration has when nobody sets it, as plain data. */
export function defaultOf(declaration: Declaration): unknown {
  if (declaration.kind !== "group") return declaration.default;
  return Object.fromEntries(Object.entries(declaration.children).map(([name, child]) => [name, defaultOf(child)]));
}
