import { Ajv, type ErrorObject } from "ajv";
import { valuesSchema } from "../output/schema.ts";
import type { Chart } from "../topology/chart.ts";

/** What a chart's schema refuses of values; nothing where it takes them. */
export type ValuesCheck = (values: unknown) => readonly ErrorObject[];

/** The check of a chart's values, or what is wrong with its schema itself. */
export function valuesCheckOf(chart: Chart): ValuesCheck | string {
  const ajv = new Ajv({
    allErrors: true,
    // Errors then have the schema they come from, for the nearest valid name.
    verbose: true,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    // The code runs a few times only: not worth the time it takes to improve it.
    code: { optimize: false },
    inlineRefs: false,
  });
  const schema = valuesSchema(chart);
  if (!ajv.validateSchema(schema)) return `the produced schema is no draft-07 schema: ${ajv.errorsText()}`;
  const validate = ajv.compile(schema);
  return (values) => {
    if (validate(values)) return [];
    // The error of the `if` itself says no more than that of its branch.
    return (validate.errors ?? []).filter(({ keyword }) => keyword !== "if");
  };
}
