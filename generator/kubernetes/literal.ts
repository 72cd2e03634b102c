import type { LiteralShape, ScalarType } from "./openapi.ts";
import { quantityPattern } from "./quantity.ts";

const quantity = new RegExp(quantityPattern);
// The API server takes padded base64 of the standard alphabet only.
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** What is wrong with a value where Kubernetes wants this literal; undefined when nothing is. */
export function literalProblem(value: unknown, shape: LiteralShape): string | undefined {
  const { type, format, enum: options } = shape;
  const isRight = type === "integer" ? Number.isInteger(value) : typeof value === type;
  if (!isRight) {
    return `is ${describe(value)}; write ${articles[type]}`;
  }
  if (options !== undefined && typeof value === "string" && !options.includes(value)) {
    return `is "${value}"; write one of ${options.join(", ")}`;
  }
  if (format === "int32" && typeof value === "number" && value !== (value | 0)) {
    return `is ${value}; write an integer of 32 bits`;
  }
  if (format === "byte" && typeof value === "string" && !base64.test(value)) {
    return "is not base64; encode it";
  }
  return undefined;
}

/** What is wrong with a value where Kubernetes wants this scalar; undefined when nothing is. */
export function scalarProblem(value: unknown, { scalar }: ScalarType): string | undefined {
  switch (scalar) {
    case "int-or-string":
      return Number.isInteger(value) || typeof value === "string"
        ? undefined
        : `is ${describe(value)}; write an integer or a string`;
    case "quantity":
      return Number.isFinite(value) || (typeof value === "string" && quantity.test(value))
        ? undefined
        : `is ${describe(value)}; write a quantity, such as 500m or 1Gi`;
  }
}

/** A value as a message names it. */
export function describe(value: unknown): string {
  if (Array.isArray(value)) {
    return "a list";
  }
  switch (typeof value) {
    case "string":
      return `the string "${value}"`;
    case "number":
    case "boolean":
      return `the ${typeof value} ${value}`;
    case "object":
      return value === null ? "null" : "an object";
    default:
      return `a ${typeof value}`;
  }
}

const articles: Readonly<Record<LiteralShape["type"], string>> = {
  boolean: "true or false",
  integer: "an integer",
  number: "a number",
  string: "a string",
};
