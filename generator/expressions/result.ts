import type { Declaration } from "../values/declaration.ts";
import type { CallNode, Node } from "./node.ts";

/** What kind of value a tree has, which decides how it is written down. */
export type Result = "text" | "integer" | "decimal" | "boolean" | "collection";

export function resultOf(tree: Node): Result {
  switch (tree.op) {
    case "literal":
      if (typeof tree.value === "string") return "text";
      return typeof tree.value === "boolean" ? "boolean" : Number.isInteger(tree.value) ? "integer" : "decimal";
    case "value":
      return resultOfDeclaration(tree.declaration);
    case "variable":
      return tree.integer ? "integer" : "text";
    case "lookup":
      return tree.secret ? "collection" : "boolean";
    case "member":
      return "text";
    case "table":
      return "collection";
    case "call":
      return resultOfCall(tree);
    default:
      return "text";
  }
}

function resultOfDeclaration(declaration: Declaration): Result {
  switch (declaration.kind) {
    case "integer":
    case "decimal":
    case "boolean":
      return declaration.kind;
    case "intOrPercent":
      return "integer";
    case "text":
    case "secret":
    case "oneOf":
    case "quantity":
      return "text";
    default:
      return "collection";
  }
}

function resultOfCall(tree: CallNode): Result {
  switch (tree.function) {
    case "not":
    case "and":
    case "or":
    case "equals":
    case "atLeast":
    case "moreThan":
    case "isSet":
    case "includes":
    case "hasKey":
    case "contains":
    case "longerThan":
      return "boolean";
    case "omit":
      return "collection";
    case "sum":
    case "product":
    case "choose":
      return "integer";
    default:
      return "text";
  }
}
