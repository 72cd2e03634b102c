import { readFileSync } from "node:fs";
import Handlebars from "handlebars";

/**
 * Fills in a Handlebars template that lies beside this file.
 * @throws Error when the template names something that `context` lacks
 */
export function fill(template: string, context: object): string {
  const source = readFileSync(new URL(template, import.meta.url), "utf8");
  return Handlebars.compile(source, { noEscape: true, strict: true })(context);
}
