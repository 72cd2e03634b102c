import type { Environment } from "../../expressions/environment.ts";
import { holds } from "../../expressions/evaluate.ts";
import { node } from "../../expressions/expression.ts";
import { isObject, type JsonObject } from "../../values/json.ts";
import type { Document } from "../document.ts";
import { withBindings } from "./bindings.ts";
import { evaluateItems } from "./body.ts";

/** The objects that a document prints: one, none where its condition does not hold, or those of the user's. */
export function evaluateDocument(document: Document, outside: Environment): readonly JsonObject[] {
  const environment = withBindings(document.bindings, outside);
  return holds(document.condition[node], environment) ? evaluateItems(document.body, environment).filter(isObject) : [];
}
