import type { Decimal } from "../values/decimal.ts";
import type { Declaration } from "../values/declaration.ts";
import type { Integer } from "../values/integer.ts";
import type { JsonSchema } from "../values/json-schema.ts";
import type { SecretText } from "../values/secret.ts";
import type { Text } from "../values/text.ts";

/** A pattern for the whole text. */
export function whole(pattern: string): string {
  return `^(?:${pattern})$`;
}

/** The same, where the empty text means that nothing is set. */
function wholeOrEmpty(pattern: string): string {
  return `^(?:${pattern})?$`;
}

export function textSchema(text: Text): JsonSchema {
  const { pattern, maxLength, needed } = text;
  const minLength = text.minLength ?? (needed && pattern === undefined ? 1 : undefined);
  const optional = text.default === "" && minLength === undefined && !needed;
  return {
    type: "string",
    ...(pattern !== undefined && { pattern: optional ? wholeOrEmpty(pattern) : whole(pattern) }),
    ...(minLength !== undefined && !isImplied(minLength, pattern) && { minLength }),
    ...(maxLength !== undefined && { maxLength }),
  };
}

function isImplied(minLength: number, pattern: string | undefined): boolean {
  return minLength === 1 && pattern !== undefined && !new RegExp(whole(pattern)).test("");
}

/**
 * In an entry it cannot be empty: it is left out instead. Helm's message for a `pattern` quotes the value, which here is
 * a secret; its message for a `const` does not.
 */
export function secretSchema({ pattern }: SecretText, inEntry: boolean): JsonSchema {
  if (pattern === undefined) return { type: "string", ...(inEntry && { minLength: 1 }) };
  return {
    type: "string",
    if: { pattern: inEntry ? whole(pattern) : wholeOrEmpty(pattern) },
    else: { const: `a text of the form ${whole(pattern)}` },
  };
}

export function numberSchema(number: Integer | Decimal): JsonSchema {
  const { minimum, maximum } = number;
  return {
    type: number.kind === "integer" ? "integer" : "number",
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
  };
}

/** A number of at least one, or a share. */
export const intOrPercentSchema: JsonSchema = {
  type: ["integer", "string"],
  minimum: 1,
  pattern: "^(100|[1-9][0-9]?)%$",
};

/** What editors propose for a value. It says nothing about what is valid. */
export function proposals(declaration: Declaration): JsonSchema {
  switch (declaration.kind) {
    case "text":
    case "integer": {
      const { example } = declaration;
      return { default: declaration.default, ...(example !== undefined && { examples: [example] }) };
    }
    case "decimal":
    case "intOrPercent":
    case "boolean":
    case "oneOf":
    case "quantity":
      return { default: declaration.default };
    default:
      return {};
  }
}
