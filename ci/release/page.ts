import { readFileSync } from "node:fs";
import { join } from "node:path";
import Handlebars from "handlebars";

/**
 * Fills in a page's Handlebars template that lies beside this file; what is filled in is escaped for HTML. Every page
 * carries the same style, and needs nothing from elsewhere.
 * @throws Error when the template names something that `context` lacks
 */
export function fillPage(template: string, context: object): string {
  const style = read("page.css");
  return Handlebars.compile(read(template), { strict: true })({ ...context, style });
}

function read(name: string): string {
  return readFileSync(join(import.meta.dirname, name), "utf8");
}
