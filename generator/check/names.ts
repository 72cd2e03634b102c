import { isExpression, node } from "../expressions/expression.ts";
import type { Node } from "../expressions/node.ts";
import { fullname, longestCronJobName, longestFullname, longestName } from "../kubernetes/names.ts";
import { type Document, objectOf } from "../template/document.ts";
import { hole, isHole } from "../template/hole.ts";
import type { Chart } from "../topology/chart.ts";
import type { Problem } from "./problem.ts";

/** Objects whose names can become longer than Kubernetes accepts. */
export function longNames(chart: Chart): readonly Problem[] {
  return chart.documents.flatMap((document) => {
    const length = longest(nameOf(document)) ?? 0;
    const kind = objectOf(document)?.kind;
    const limit = kind === "CronJob" ? longestCronJobName : longestName;
    if (length <= limit) return [];
    const message =
      `the name of the ${String(kind)} in templates/${document.file}.yaml can have ${length} characters, ` +
      `and Kubernetes accepts ${limit}; shorten its suffix by ${length - limit}`;
    return [{ place: document.place, message }];
  });
}

/** What stands as a document's `metadata.name`. */
export function nameOf(document: Document): unknown {
  const metadata = objectOf(document)?.metadata;
  return typeof metadata === "object" && metadata !== null && "name" in metadata ? metadata.name : undefined;
}

/** The length that a text can have, as far as the model knows: what the user writes has limits in the schema. */
function longest(body: unknown): number | undefined {
  if (typeof body === "string") return body.length;
  if (isExpression(body)) return longestOf(body[node]);
  if (!isHole(body) || body[hole].op !== "when") return undefined;
  return Math.max(longest(body[hole].then) ?? 0, longest(body[hole].otherwise) ?? 0);
}

function longestOf(tree: Node): number | undefined {
  switch (tree.op) {
    case "literal":
      return String(tree.value).length;
    case "text":
      return tree.parts.reduce((sum, part) => sum + (longestOf(part) ?? 0), 0);
    case "include": {
      const { [node]: whole } = fullname;
      return whole.op === "include" && tree.helper === whole.helper ? longestFullname : longest(tree.helper.body);
    }
    case "value":
      return tree.declaration.kind === "text" ? tree.declaration.maxLength : undefined;
    default:
      return undefined;
  }
}
