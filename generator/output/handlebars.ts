import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type Handlebars from "handlebars";
import untyped from "handlebars/runtime.js";
import { kept } from "./kept.ts";

// The package declares this part of itself without any types.
const runtime = untyped as unknown as typeof Handlebars;

/**
 * Fills in a Handlebars template that lies beside this file.
 * @throws Error when the template names something that `context` lacks
 */
export function fill(template: string, context: object): string {
  const source = readFileSync(new URL(template, import.meta.url), "utf8");
  const compiled = kept(template, `${runtime.VERSION}\n${source}`, () => precompiled(source));
  return runtime.template(new Function(`return ${compiled}`)())(context);
}

/** Loaded only when a template is new, since the compiler takes longer than everything that the template is filled with. */
function precompiled(source: string): string {
  const compiler = createRequire(import.meta.url)("handlebars") as typeof Handlebars;
  return String(compiler.precompile(source, { noEscape: true, strict: true }));
}
