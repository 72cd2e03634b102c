import type { ErrorObject } from "ajv";
import type { Install } from "../helm-engines.ts";
import type { Values } from "../values-file.ts";
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

/** What Helm says of values of a chart that it refuses; nothing where it takes them. */
export async function helmRefusal(install: Install, chart: string, values: unknown): Promise<string | undefined> {
  const preset = { chart, name: "own values", files: [] };
  return install(preset, { values: values as Values }).then(
    () => undefined,
    (error: Error) => error.message,
  );
}

/** As `refusalProblem`, of what Helm says. */
export function helmRefusalProblem(mutation: Mutation, refusal: string | undefined): string | undefined {
  if (refusal === undefined) return `${labelOf(mutation)}: accepted`;
  const place = `at '${pointerOf(mutation.named)}'`;
  const isNamed = refusal
    .split("\n")
    .some((line) => line.includes(place) && line.includes(mutation.unknownKey ?? place));
  return isNamed ? undefined : `${labelOf(mutation)}: Helm does not name ${place}: ${refusal}`;
}

function namesPlace({ instancePath, params }: ErrorObject, { named, unknownKey }: Mutation): boolean {
  if (instancePath !== pointerOf(named)) return false;
  return unknownKey === undefined || params["additionalProperty"] === unknownKey;
}

function labelOf({ kind, place, unknownKey, values: _ }: Mutation): string {
  return `${kind} at ${pointerOf(place)}${unknownKey === undefined ? "" : ` (${unknownKey})`}`;
}
