import { Ajv, type ErrorObject } from "ajv";
import type { JsonSchema } from "../../../generator/values/json-schema.ts";

/** What is wrong with a value, the first thing only: Helm says more, this is a hundred times as fast. */
export type Validator = (value: unknown) => readonly ErrorObject[];

export function validatorOf(schema: JsonSchema): Validator {
  const validate = new Ajv({ strict: false, allErrors: false }).compile(schema);
  return (value) => (validate(value) ? [] : (validate.errors ?? []));
}

/** The validator of a part of a schema. */
export function partValidator(root: JsonSchema, part: JsonSchema): Validator {
  return validatorOf({ ...part, definitions: root.definitions ?? {} });
}
