import { isExpression } from "../expressions/expression.ts";
import type { IncludeNode } from "../expressions/node.ts";
import { bodyErrors } from "../kubernetes/body.ts";
import type { Hole as HoleReader } from "../kubernetes/hole.ts";
import { nearest } from "../kubernetes/nearest.ts";
import { kindOf, openApi } from "../kubernetes/openapi.ts";
import { type Document, objectOf } from "../template/document.ts";
import { hole, isHole, type KeyedListNode, type MappingNode } from "../template/hole.ts";
import { ownEntries } from "../template/keyed-list.ts";
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
      return tree.bodies;
    case "keyedList":
      return [ownItems(tree)];
    case "fragment":
      return [tree.include.helper.body];
    case "mapping": {
      const whole = merged(tree);
      return whole ? [whole] : "any";
    }
    case "items":
      return tree.of.op === "include" ? itemsOf(tree.of) : "any";
    case "textBlock":
      return "any";
  }
};

/** An object of fields that are all written out somewhere. What else is put together is a map of texts. */
function merged({ parts }: MappingNode): object | undefined {
  const objects = parts.map((part) => {
    if ("own" in part) return part.own;
    if (!("fragment" in part) || part.condition) return undefined;
    const { body } = part.fragment.helper;
    return typeof body === "object" && body !== null && !isHole(body) && !isExpression(body) ? body : undefined;
  });
  return objects.every((object) => object !== undefined) ? Object.assign({}, ...objects) : undefined;
}

function ownItems(tree: KeyedListNode): readonly unknown[] {
  const { by, computed } = tree;
  return [
    ...Object.entries(ownEntries(tree)).map(([key, body]) => keyed(by, key, body)),
    ...computed.flatMap(({ items }) => listOf(items)),
  ];
}

/** What a helper makes is a list itself. */
function listOf(items: unknown): readonly unknown[] {
  if (!isHole(items) || items[hole].op !== "fragment") return [items];
  return itemsOf(items[hole].include);
}

function itemsOf({ helper: { body } }: IncludeNode): readonly unknown[] {
  return Array.isArray(body) ? body : [body];
}

/** An entry with its key, in each of its forms. */
function keyed(by: string, key: string, body: unknown): unknown {
  if (isExpression(body)) return body;
  if (!isHole(body)) return { [by]: key, ...(body as object) };
  const tree = body[hole];
  if (tree.op === "fragment") return keyed(by, key, tree.include.helper.body);
  if (tree.op === "mapping") {
    const whole = merged(tree);
    return whole ? { [by]: key, ...whole } : body;
  }
  if (tree.op !== "when") return body;
  const then = keyed(by, key, tree.then);
  return {
    [hole]: { ...tree, then, ...(tree.otherwise !== undefined && { otherwise: keyed(by, key, tree.otherwise) }) },
  };
}
