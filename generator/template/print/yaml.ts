import { Document } from "yaml";

/** One document for all that is printed: making one takes longer than printing a word. */
const document = new Document(undefined, { version: "1.1" });

/** Plain data as YAML 1.1, which is what Helm and Kubernetes read: `on` and `1_000` are in quotes. */
export function yamlText(data: unknown): string {
  document.contents = document.createNode(data, { aliasDuplicateObjects: false }) as never;
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** What was printed already: charts repeat their words. */
const printed = new Map<unknown, string>();

/** A string, number or boolean as YAML 1.1. */
export function yamlScalar(value: unknown): string {
  const text = printed.get(value) ?? yamlText(value).trimEnd();
  printed.set(value, text);
  return text;
}
