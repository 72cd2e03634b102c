import type { Declaration } from "../../values/declaration.ts";
import { isObject } from "../../values/json.ts";
import type { JsonValue } from "../../values/json-schema.ts";
import type { Text } from "../../values/text.ts";

/** A value as a declaration takes it: numbers and switches stand in environments as texts. Undefined if it takes none. */
export function asDeclared(declaration: Declaration, wanted: JsonValue): JsonValue | undefined {
  switch (declaration.kind) {
    case "text":
      return typeof wanted === "string" && fits(declaration, wanted) ? wanted : undefined;
    case "oneOf":
      return declaration.options.find((option) => option === wanted);
    case "quantity":
    case "intOrPercent":
      return typeof wanted === "string" || typeof wanted === "number" ? wanted : undefined;
    case "integer":
      return numberOf(wanted, /^-?\d+$/);
    case "decimal":
      return numberOf(wanted, /^-?\d+(\.\d+)?$/);
    case "boolean":
      return switchOf(wanted);
    case "list":
      return Array.isArray(wanted) ? wanted : undefined;
    case "map":
    case "group":
    case "embedded":
    case "object":
      return isObject(wanted) ? wanted : undefined;
    // What is secret is for a Secret, and never for values.
    case "secret":
      return undefined;
    default:
      return declaration satisfies never;
  }
}

function fits({ pattern, maxLength }: Text, wanted: string): boolean {
  const isOfForm = pattern === undefined || wanted === "" || new RegExp(`^(?:${pattern})$`).test(wanted);
  return isOfForm && (maxLength === undefined || wanted.length <= maxLength);
}

function numberOf(wanted: JsonValue, form: RegExp): number | undefined {
  if (typeof wanted === "number") return wanted;
  return typeof wanted === "string" && form.test(wanted) ? Number(wanted) : undefined;
}

function switchOf(wanted: JsonValue): boolean | undefined {
  if (typeof wanted === "boolean") return wanted;
  return wanted === "true" || wanted === "false" ? wanted === "true" : undefined;
}
