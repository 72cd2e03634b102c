import type { Chart } from "../topology/chart.ts";
import { wrongBodies } from "./bodies.ts";
import { repeatedDocuments } from "./documents.ts";
import { repeatedVariables } from "./environment.ts";
import { unknownFormerNames } from "./former-names.ts";
import { repeatedHelpers } from "./helpers.ts";
import { sharedPorts } from "./listeners.ts";
import { longNames } from "./names.ts";
import { formatProblem } from "./problem.ts";
import { unusedValues } from "./unused-values.ts";

const checks = [
  unusedValues,
  sharedPorts,
  repeatedVariables,
  repeatedHelpers,
  unknownFormerNames,
  repeatedDocuments,
  longNames,
  wrongBodies,
];

/** Everything that is wrong with a chart's model and that the compiler cannot see, one line each. */
export async function problemsOf(chart: Chart): Promise<readonly string[]> {
  return [...modelProblems(chart), ...(await valueProblems(chart))];
}

/** The same without the defaults and profiles. */
export function modelProblems(chart: Chart): readonly string[] {
  return checks.flatMap((check) => check(chart)).map(formatProblem);
}

/** Defaults and profiles that break the chart's schema. This takes more time than everything else that a run does. */
export async function valueProblems(chart: Chart): Promise<readonly string[]> {
  const { invalidValues } = await import("./valid-values.ts");
  return invalidValues(chart).map(formatProblem);
}
