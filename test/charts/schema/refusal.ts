import type { ErrorObject } from "ajv";
import { runHelm } from "../helm.ts";
import type { Mutation } from "./mutation.ts";
import { pointerOf } from "./path.ts";
import type { Validator } from "./validator.ts";

/** What is wrong with the refusal of a mutation: that there is none, or that it does not name the place. */
export function refusalProblem(mutation: Mutation, validate: Validator): string | undefined {
  const errors = validate(mutation.values);
  if (errors.length === 0) return `${labelOf(mutation)}: accepted`;
  if (errors.some((error) => namesPlace(error, mutation))) return undefined;
  return `${labelOf(mutation)}: refused for another reason: ${errors[0]?.instancePath} ${errors[0]?.message}`;
}

/** The same, asked of Helm with a file of the mutated values. */
export async function helmRefusalProblem(mutation: Mutation, chart: string, file: string): Promise<string | undefined> {
  const { succeeded, stderr } = await runHelm("helm4", "template", "test", chart, "--values", file);
  if (succeeded) return `${labelOf(mutation)}: accepted`;
  const place = `at '${pointerOf(mutation.named)}'`;
  const isNamed = stderr
    .split("\n")
    .some((line) => line.includes(place) && line.includes(mutation.unknownKey ?? place));
  return isNamed ? undefined : `${labelOf(mutation)}: Helm does not name ${place}: ${stderr}`;
}

function namesPlace({ instancePath, params }: ErrorObject, { named, unknownKey }: Mutation): boolean {
  if (instancePath !== pointerOf(named)) return false;
  return unknownKey === undefined || params["additionalProperty"] === unknownKey;
}

function labelOf({ kind, place, unknownKey, values: _ }: Mutation): string {
  return `${kind} at ${pointerOf(place)}${unknownKey === undefined ? "" : ` (${unknownKey})`}`;
}
