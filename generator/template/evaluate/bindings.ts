import type { Environment } from "../../expressions/environment.ts";
import { evaluate } from "../../expressions/evaluate.ts";
import type { Binding } from "../../expressions/node.ts";

/** Where the variables at the head of a document or helper are bound. */
export function withBindings(bindings: readonly Binding[], outside: Environment): Environment {
  return bindings.reduce(
    (environment, { variable, value }) => withVariables(environment, { [variable.name]: evaluate(value, environment) }),
    outside,
  );
}

export function withVariables(environment: Environment, variables: Environment["variables"]): Environment {
  return { ...environment, variables: { ...environment.variables, ...variables } };
}
