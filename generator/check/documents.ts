import { isExpression, node } from "../expressions/expression.ts";
import { identity } from "../expressions/identity.ts";
import { type Document, objectOf } from "../template/document.ts";
import type { Chart } from "../topology/chart.ts";
import { formatPlace } from "../values/place.ts";
import { nameOf } from "./names.ts";
import type { Problem } from "./problem.ts";

/** Documents that would overwrite each other: one file, or one kind and name, twice. */
export function repeatedDocuments({ documents }: Chart): readonly Problem[] {
  return [
    ...repeated(
      documents,
      ({ file }) => file,
      (document) => `another document prints templates/${document.file}.yaml`,
    ),
    ...repeated(
      documents,
      identityOf,
      (document) => `another document is a ${String(objectOf(document)?.kind)} of the same name`,
    ),
  ];
}

function repeated(
  documents: readonly Document[],
  key: (document: Document) => string | undefined,
  problem: (document: Document) => string,
): readonly Problem[] {
  const firsts = new Map<string, Document>();
  return documents.flatMap((document) => {
    const own = key(document);
    if (own === undefined) return [];
    const first = firsts.get(own) ?? document;
    firsts.set(own, first);
    if (first === document) return [];
    const message = `${problem(document)} (${formatPlace(first.place)}); change one of the two`;
    return [{ place: document.place, message }];
  });
}

function identityOf(document: Document): string | undefined {
  const name = nameOf(document);
  const known = isExpression(name) ? `#${identity(name[node])}` : typeof name === "string" ? name : undefined;
  const object = objectOf(document);
  return known && object && `${String(object.apiVersion)} ${String(object.kind)} ${known}`;
}
