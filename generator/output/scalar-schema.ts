import type { Decimal } from "../values/decimal.ts";
import type { IntOrPercent } from "../values/int-or-percent.ts";
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
  const { example, pattern, minLength, maxLength } = text;
  const optional = text.default === "" && minLength === undefined;
  return {
    type: "string",
    default: text.default,
    ...(example !== undefined && { examples: [example] }),
    ...(pattern !== undefined && { pattern: optional ? wholeOrEmpty(pattern) : whole(pattern) }),
    ...(minLength !== undefined && { minLength }),
    ...(maxLength !== undefined && { maxLength }),
  };
}

/** Helm's message for a `pattern` quotes the value, which here is a secret; its message for a `const` does not. */
export function secretSchema({ pattern }: SecretText): JsonSchema {
  if (pattern === undefined) return { type: "string" };
  return {
    type: "string",
    if: { type: "string", pattern: wholeOrEmpty(pattern) },
    else: { const: `a text of the form ${whole(pattern)}` },
  };
}

export function numberSchema(number: Integer | Decimal): JsonSchema {
  const { minimum, maximum } = number;
  return {
    type: number.kind === "integer" ? "integer" : "number",
    default: number.default,
    ...(number.kind === "integer" && number.example !== undefined && { examples: [number.example] }),
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
  };
}

export function intOrPercentSchema(value: IntOrPercent): JsonSchema {
  return { type: ["integer", "string"], default: value.default, minimum: 1, pattern: "^[0-9]+%$" };
}
