import { isExpression } from "../expressions/expression.ts";
import { bodyErrors } from "../kubernetes/body.ts";
import type { Hole as HoleReader } from "../kubernetes/hole.ts";
import { nearest } from "../kubernetes/nearest.ts";
import { kindOf, openApi } from "../kubernetes/openapi.ts";
import { type Document, objectOf } from "../template/document.ts";
import { hole, isHole, type KeyedListNode } from "../template/hole.ts";
import type { Chart } from "../topology/chart.ts";
import type { Problem } from "./problem.ts";

/** Bodies that the Kubernetes API would refuse. Custom resources are beyond what is known here. */
export function wrongBodies({ documents }: Chart): readonly Problem[] {
  return documents.flatMap((document) => {
    const where = `templates/${document.file}.yaml`;
    return problemsIn(document).map((problem) => ({ place: document.place, message: `${where}: ${problem}` }));
  });
}

function problemsIn(document: Document): readonly string[] {
  const body = objectOf(document);
  if (!body) return [];
  const apiVersion = String(body.apiVersion);
  const kind = String(body.kind);
  const type = kindOf(apiVersion, kind);
  if (type)
    return bodyErrors(body, type, alternatives).map(({ path, problem }) => `${path || "the object"} ${problem}`);
  const kinds = Object.hasOwn(openApi.kinds, apiVersion) ? Object.keys(openApi.kinds[apiVersion] ?? {}) : [];
  if (kinds.length === 0) return [];
  return [`kind ${kind} is none of ${apiVersion}; the nearest is ${nearest(kind, kinds, 1).join()}`];
}

/** What may stand in place of an expression or hole. Expressions are checked by the compiler. */
const alternatives: HoleReader = (value) => {
  if (isExpression(value)) return "any";
  if (!isHole(value)) return undefined;
  const tree = value[hole];
  switch (tree.op) {
    case "when":
      return tree.otherwise === undefined ? [tree.then] : [tree.then, tree.otherwise];
    case "each":
      return [tree.body];
    case "keyedList":
      return [ownItems(tree)];
    case "fragment":
      return [tree.include.helper.body];
    case "mapping":
    case "items":
    case "textBlock":
      return "any";
  }
};

function ownItems({ by, own, computed }: KeyedListNode): readonly unknown[] {
  return [
    ...Object.entries(own).map(([key, body]) => keyed(by, key, body)),
    ...computed.flatMap(({ items }) => listOf(items)),
  ];
}

/** What a helper makes is a list itself. */
function listOf(items: unknown): readonly unknown[] {
  if (!isHole(items) || items[hole].op !== "fragment") return [items];
  const { body } = items[hole].include.helper;
  return Array.isArray(body) ? body : [body];
}

/** An entry with its key, in each of its forms. */
function keyed(by: string, key: string, body: unknown): unknown {
  if (isExpression(body)) return body;
  if (!isHole(body)) return { [by]: key, ...(body as object) };
  const tree = body[hole];
  if (tree.op === "fragment") return keyed(by, key, tree.include.helper.body);
  if (tree.op !== "when") return body;
  const then = keyed(by, key, tree.then);
  return {
    [hole]: { ...tree, then, ...(tree.otherwise !== undefined && { otherwise: keyed(by, key, tree.otherwise) }) },
  };
}
