import { Ajv, type ErrorObject } from "ajv";
import type { JsonSchema } from "../../../generator/values/json-schema.ts";

/**
 * Everything that is wrong with a value, like Helm, but much faster. A value that is absent or of a wrong type may break
 * rules about it besides.
 */
export type Validator = (value: unknown) => readonly ErrorObject[];

export function validatorOf(schema: JsonSchema): Validator {
  const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
  return (value) => (validate(value) ? [] : (validate.errors ?? []));
}

/** The validator of a part of a schema. */
export function partValidator(root: JsonSchema, part: JsonSchema): Validator {
  return validatorOf({ ...part, definitions: root.definitions ?? {} });
}
