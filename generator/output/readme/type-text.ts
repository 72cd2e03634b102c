import type { Declaration } from "../../values/declaration.ts";

/** A value's type and limits, in a few words of prose. */
export function typeText(declaration: Declaration): string {
  switch (declaration.kind) {
    case "text": {
      const { minLength, maxLength } = declaration;
      const limits = [minLength && ", not empty", maxLength && `, at most ${maxLength} characters`];
      return `text${limits.filter(Boolean).join("")}`;
    }
    case "secret":
      return "text, secret";
    case "integer":
    case "decimal":
      return `${declaration.kind === "integer" ? "integer" : "number"}${range(declaration.minimum, declaration.maximum)}`;
    case "intOrPercent":
      return "integer or share, such as `50%`";
    case "boolean":
      return "true or false";
    case "oneOf":
      return declaration.options.map((option) => `\`${option}\``).join(", ");
    case "quantity":
      return declaration.removable ? "quantity, or empty" : "quantity";
    case "list":
      return `list of ${typeText(declaration.item)}${declaration.minItems > 0 ? `, ${declaration.minItems} or more` : ""}`;
    case "map":
      return `map of ${declaration.item.kind === "group" ? "entries" : typeText(declaration.item)}`;
    case "group":
      return "object";
    case "embedded":
      return `Kubernetes ${declaration.type}`;
    case "object":
      return "any object";
  }
}

function range(minimum: number | undefined, maximum: number | undefined): string {
  if (minimum !== undefined && maximum !== undefined) return `, ${minimum} to ${maximum}`;
  if (minimum !== undefined) return `, ${minimum} or more`;
  return maximum === undefined ? "" : `, ${maximum} or less`;
}
