import type { Chart } from "../topology/chart.ts";
import { wrongBodies } from "./bodies.ts";
import { repeatedDocuments } from "./documents.ts";
import { repeatedVariables } from "./environment.ts";
import { repeatedHelpers } from "./helpers.ts";
import { sharedPorts } from "./listeners.ts";
import { longNames } from "./names.ts";
import { formatProblem } from "./problem.ts";
import { unusedValues } from "./unused-values.ts";
import { invalidValues } from "./valid-values.ts";

const checks = [
  unusedValues,
  invalidValues,
  sharedPorts,
  repeatedVariables,
  repeatedHelpers,
  repeatedDocuments,
  longNames,
  wrongBodies,
];

/** Everything that is wrong with a chart's model and that the compiler cannot see, one line each. */
export function problemsOf(chart: Chart): readonly string[] {
  return checks.flatMap((check) => check(chart)).map(formatProblem);
}
