import type { Environment } from "../../expressions/environment.ts";
import { evaluate } from "../../expressions/evaluate.ts";
import type { Binding } from "../../expressions/node.ts";
import type { JsonValue } from "../../values/json-schema.ts";

/** Where the variables at the head of a document or helper are bound. */
export function withBindings(bindings: readonly Binding[], outside: Environment): Environment {
  return bindings.reduce(
    (environment, { variable, value }) => withVariable(environment, variable.name, evaluate(value, environment)),
    outside,
  );
}

export function withVariable(environment: Environment, name: string, value: JsonValue): Environment {
  return { ...environment, variables: { ...environment.variables, [name]: value } };
}
